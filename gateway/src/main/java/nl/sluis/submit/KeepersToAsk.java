package nl.sluis.submit;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.consent.ConsentCopies;
import nl.sluis.custody.PersonId;
import nl.sluis.directory.Directory;
import nl.sluis.directory.Ended;
import nl.sluis.outbox.Outbox;
import nl.sluis.policy.ReasonCode;
import nl.sluis.policy.Verdict;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says with the reason whom to ask, when a consent that another organisation keeps was not confirmed in time. */
@Component
record KeepersToAsk(ConsentCopies copies, Outbox outbox, Directory directory, MessageSource texts) {

    /** What to add to the texts of the reasons about missing evidence; empty when there is nobody to ask. */
    String hint(OrganisationId sender, MessageId message, Verdict verdict, Locale language) {
        if (verdict.reasons().stream().noneMatch(reason -> reason.code() == ReasonCode.CONSENT_WITHOUT_EVIDENCE)) {
            return "";
        }
        Set<PersonId> people =
                outbox.persons(sender, message).stream().map(PersonId::new).collect(Collectors.toSet());
        return copies.keepersToAsk(people).stream()
                .map(this::ofToday)
                .distinct()
                .map(keeper -> texts.getMessage("copy.ask", new Object[] {directory.nameOf(keeper)}, language))
                .collect(Collectors.joining(" "));
    }

    /** Who goes on with the work of a keeper that has ended; nobody to ask when nobody does, so the one that recorded it is named. */
    private OrganisationId ofToday(OrganisationId keeper) {
        return directory.ended(keeper).flatMap(Ended::successor).orElse(keeper);
    }
}
