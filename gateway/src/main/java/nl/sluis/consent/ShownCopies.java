package nl.sluis.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.sluis.canonical.ConsentNews;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PersonRef;
import nl.sluis.custody.PersonId;
import nl.sluis.custody.PersonRegister;
import org.springframework.stereotype.Component;

/** Copies of what others keep, in an answer to the organisation's own systems: where it comes from, and how fresh it is. */
@Component
final class ShownCopies {

    /** How somebody in a copy is named who is not registered here. */
    static final String NOT_REGISTERED = "not-registered";

    private final ConsentCopies copies;
    private final PersonRegister persons;

    ShownCopies(ConsentCopies copies, PersonRegister persons) {
        this.copies = copies;
        this.persons = persons;
    }

    /** Those about somebody; oldest first. */
    List<ShownConsent> about(PersonId subject) {
        List<ConsentCopies.Seen> about = copies.mentioning(Set.of(subject)).stream()
                .filter(seen -> subjects(seen).contains(subject))
                .toList();
        Set<PersonId> people = new HashSet<>();
        about.forEach(seen -> people.addAll(seen.people().values()));
        Map<PersonId, PersonRef> references = persons.references(people);
        return about.stream().map(seen -> shown(seen, references)).toList();
    }

    private static Set<PersonId> subjects(ConsentCopies.Seen seen) {
        Set<PersonId> subjects = new HashSet<>();
        consent(seen).subjects().forEach(ref -> {
            PersonId known = seen.people().get(ref);
            if (known != null) {
                subjects.add(known);
            }
        });
        return subjects;
    }

    private ShownConsent shown(ConsentCopies.Seen seen, Map<PersonId, PersonRef> references) {
        ConsentCopyStore.Row row = seen.row();
        ConsentNews.Copy copy = Objects.requireNonNull(row.content());
        ConsentRecord consent = copy.consent();
        String giver = reference(seen, consent.giver(), references);
        return new ShownConsent(
                row.id().toString(),
                giver,
                consent.capacity(),
                consent.subjects().stream()
                        .map(subject -> reference(seen, subject, references))
                        .sorted()
                        .toList(),
                consent.discloser().value(),
                consent.recipients().stream()
                        .map(OrganisationId::value)
                        .sorted()
                        .toList(),
                ShownConsent.names(copy.recipientTypes()),
                ShownConsent.names(consent.purposes()),
                ShownConsent.names(consent.categories()),
                ShownConsent.names(consent.lifeDomains()),
                consent.decision(),
                consent.from(),
                consent.until(),
                consent.evidence(),
                row.receivedAt(),
                row.withdrawnAt(),
                history(row, consent, giver),
                List.of(),
                new ShownConsent.Copy(row.keeper().value(), row.asOf(), copies.freshUntil(row), state(row)));
    }

    private static List<ShownConsent.Status> history(ConsentCopyStore.Row row, ConsentRecord consent, String giver) {
        List<ShownConsent.Status> history = new ArrayList<>();
        history.add(new ShownConsent.Status(
                consent.decision().name(), consent.recordedAt(), row.receivedAt(), giver, null));
        Instant withdrawn = row.withdrawnAt();
        if (withdrawn != null) {
            // Who withdrew, and how, stays with the keeper
            history.add(new ShownConsent.Status(
                    "WITHDRAWN", withdrawn, withdrawn, row.keeper().value(), null));
        }
        return history;
    }

    private ShownConsent.Copy.State state(ConsentCopyStore.Row row) {
        if (row.withdrawnAt() != null) {
            return ShownConsent.Copy.State.WITHDRAWN;
        }
        if (!copies.counts(row)) {
            return ShownConsent.Copy.State.NOT_COUNTED;
        }
        return copies.fresh(row, copies.now()) ? ShownConsent.Copy.State.FRESH : ShownConsent.Copy.State.STALE;
    }

    private static String reference(ConsentCopies.Seen seen, PersonRef ref, Map<PersonId, PersonRef> references) {
        PersonId known = seen.people().get(ref);
        return known == null
                ? NOT_REGISTERED
                : Objects.requireNonNull(references.get(known)).value();
    }

    private static ConsentRecord consent(ConsentCopies.Seen seen) {
        return Objects.requireNonNull(seen.row().content()).consent();
    }
}
