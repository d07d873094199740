package nl.sluis.consent;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import nl.sluis.adapter.RecipientScope;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.Purpose;
import nl.sluis.custody.PersonReference;
import nl.sluis.node.Reading;
import nl.sluis.node.StrictJson;
import org.jspecify.annotations.Nullable;

/** Reads consents and withdrawals in this node's own JSON; the names are those of the case format. */
final class ConsentJson {

    private static final String REFERENCE = "A reference to a person is expected";

    private ConsentJson() {}

    /** Reads a consent; without a discloser it is about {@code self}. */
    static Reading<ConsentEntry> read(byte[] body, OrganisationId self) {
        StrictJson json = StrictJson.of(body).require("giver", "capacity", "subjects", "decision");
        PersonReference giver = json.parsed("giver", "REFERENCE", REFERENCE, PersonReference::new);
        Capacity capacity = json.code("capacity", Capacity.class);
        Set<PersonReference> subjects = json.set("subjects", "REFERENCE", REFERENCE, PersonReference::new);
        ConsentDecision decision = json.code("decision", ConsentDecision.class);
        OrganisationId discloser = json.parsed("discloser", "NAME", "A name is expected", OrganisationId::new);
        RecipientScope recipients = new RecipientScope(
                json.set("recipients", "NAME", "A name is expected", OrganisationId::new),
                json.codes("recipientTypes", OrganisationType.class));
        Set<Purpose> purposes = json.codes("purposes", Purpose.class);
        Set<DataCategory> categories = json.codes("categories", DataCategory.class);
        Set<LifeDomain> lifeDomains = json.codes("lifeDomains", LifeDomain.class);
        LocalDate from = json.date("from");
        LocalDate until = json.date("until");
        String evidence = json.text("evidence");
        check(json, giver, capacity, subjects);
        if (from != null && until != null && until.isBefore(from)) {
            json.fault("until", "BEFORE_FROM", "The last day is before the first");
        }
        return json.result(() -> new ConsentEntry(
                Objects.requireNonNull(giver),
                subjects,
                new Terms(
                        Objects.requireNonNull(capacity),
                        (discloser == null ? self : discloser).value(),
                        recipients,
                        purposes,
                        categories,
                        lifeDomains,
                        Objects.requireNonNull(decision),
                        from,
                        until,
                        Terms.Origin.own(evidence))));
    }

    private static void check(
            StrictJson json,
            @Nullable PersonReference giver,
            @Nullable Capacity capacity,
            Set<PersonReference> subjects) {
        if (json.has("subjects") && subjects.isEmpty()) {
            json.fault("subjects", "EMPTY", "At least one person is expected");
        }
        if (capacity == Capacity.SELF && giver != null && !subjects.equals(Set.of(giver))) {
            json.fault("subjects", "NOT_SELF", "Who decides for himself is the only subject, by the same reference");
        }
    }

    /** Reads a withdrawal. */
    static Reading<Withdrawal.Act> readWithdrawal(byte[] body) {
        StrictJson json = StrictJson.of(body).require("by", "channel");
        var at = json.moment("at");
        PersonReference by = json.parsed("by", "REFERENCE", REFERENCE, PersonReference::new);
        String channel = json.text("channel");
        return json.result(() -> new Withdrawal.Act(at, Objects.requireNonNull(by), Objects.requireNonNull(channel)));
    }
}
