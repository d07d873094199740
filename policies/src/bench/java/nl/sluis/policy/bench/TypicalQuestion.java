package nl.sluis.policy.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.Custody;
import nl.sluis.canonical.CustodyType;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Regime;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import nl.sluis.canonical.ThreadId;
import nl.sluis.canonical.Urgency;
import nl.sluis.policy.Outcome;
import nl.sluis.policy.PersonFacts;
import nl.sluis.policy.ReceivingParty;
import nl.sluis.policy.RecordedFacts;
import nl.sluis.policy.RequestedItem;
import nl.sluis.policy.SendingParty;
import nl.sluis.policy.SharingRequest;

/**
 * A question as a school asks it every day: about Noor of thirteen, with both parents in joint custody, so that three people
 * must consent. Fictional.
 */
final class TypicalQuestion {

    private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
    private static final String NOOR = "person-1";
    private static final String SANNE = "person-2";
    private static final String KEREM = "person-3";
    private static final String SCHOOL = "de-wilgenhof";
    private static final String TEAM = "wijkteam-noord";
    private static final String OTHER = "wijkteam-zuid";

    private final List<ConsentRecord> consents = new ArrayList<>();

    private TypicalQuestion() {}

    /** The question that gets this outcome: {@code HOLD} for want of two of the three, {@code DENY} by an objection. */
    static SharingRequest of(Outcome outcome, boolean large) {
        TypicalQuestion question = new TypicalQuestion();
        question.older(large ? 3 : 1);
        question.decided(SANNE, Capacity.CUSTODIAN, ConsentDecision.GIVEN);
        if (outcome != Outcome.HOLD) {
            question.decided(NOOR, Capacity.SELF, ConsentDecision.GIVEN);
            question.decided(
                    KEREM,
                    Capacity.CUSTODIAN,
                    outcome == Outcome.DENY ? ConsentDecision.REFUSED : ConsentDecision.GIVEN);
        } else {
            question.consent(NOOR, Capacity.SELF, OTHER, ConsentDecision.GIVEN, 20);
            question.consent(KEREM, Capacity.CUSTODIAN, OTHER, ConsentDecision.GIVEN, 20);
        }
        return question.request(large);
    }

    /** Consents of other years, for another team: they are on record and cover nothing here. */
    private void older(int each) {
        for (int i = 1; i <= each; i++) {
            consent(NOOR, Capacity.SELF, OTHER, ConsentDecision.GIVEN, i);
            consent(SANNE, Capacity.CUSTODIAN, OTHER, ConsentDecision.GIVEN, i);
            consent(KEREM, Capacity.CUSTODIAN, OTHER, ConsentDecision.GIVEN, i);
        }
    }

    private void decided(String giver, Capacity capacity, ConsentDecision decision) {
        consent(giver, capacity, TEAM, decision, 20);
    }

    private void consent(String giver, Capacity capacity, String to, ConsentDecision decision, int day) {
        consents.add(new ConsentRecord(
                "consent-" + consents.size(),
                person(giver),
                capacity,
                Set.of(person(NOOR)),
                organisation(SCHOOL),
                Set.of(organisation(to)),
                EnumSet.of(Purpose.YOUTH_SUPPORT, Purpose.SAFETY),
                EnumSet.of(DataCategory.OBSERVATION, DataCategory.OPINION, DataCategory.SCHOOL_PROGRESS),
                EnumSet.of(LifeDomain.LGZ, LifeDomain.WOP),
                decision,
                LocalDate.of(2026, 9, day),
                LocalDate.of(2027, 8, 31),
                Instant.parse("2026-09-%02dT07:00:00Z".formatted(day)),
                null,
                "form-2026-118"));
    }

    private SharingRequest request(boolean large) {
        List<RequestedItem> items = new ArrayList<>();
        items.add(item(NOOR, DataCategory.OBSERVATION, LifeDomain.LGZ, true));
        items.add(item(NOOR, DataCategory.SCHOOL_PROGRESS, LifeDomain.WOP, true));
        if (large) {
            items.add(item(NOOR, DataCategory.OPINION, LifeDomain.LGZ, false));
            items.add(item(SANNE, DataCategory.OBSERVATION, LifeDomain.FIN, false));
        }
        return new SharingRequest(
                AT,
                new SendingParty(organisation(SCHOOL), OrganisationType.SCHOOL, Regime.JEUGDWET, ProfessionalRole.INTERN_BEGELEIDER),
                new ReceivingParty(organisation(TEAM), OrganisationType.WIJKTEAM),
                MessageKind.SIGNAL,
                Purpose.YOUTH_SUPPORT,
                LegalBasis.CONSENT,
                persons(),
                items,
                facts());
    }

    /** The message of which a question is the outline. */
    static Message message(SharingRequest question) {
        return new Message(
                new MessageId(new UUID(0, 1)),
                new ThreadId(new UUID(0, 2)),
                null,
                question.kind(),
                question.sender().organisation(),
                question.sender().role(),
                question.recipient().organisation(),
                question.at(),
                Urgency.values()[0],
                question.purpose(),
                question.basis(),
                question.persons().stream()
                        .map(known -> new Person(known.ref(), HouseholdRole.values()[0]))
                        .toList(),
                question.items().stream()
                        .map(item -> new Section(
                                item.id(),
                                item.subject(),
                                item.category(),
                                item.lifeDomain(),
                                item.mandatory(),
                                new Content.Carried("text/plain", "-")))
                        .toList(),
                null);
    }

    private static RequestedItem item(String subject, DataCategory category, LifeDomain domain, boolean mandatory) {
        return new RequestedItem(new SectionId(category + "-" + domain), person(subject), category, domain, mandatory);
    }

    private static List<PersonFacts> persons() {
        Custody both = new Custody(CustodyType.JOINT_PARENTS, List.of(person(SANNE), person(KEREM)), false);
        return List.of(
                new PersonFacts(person(NOOR), PartialDate.parse("2013-03-01"), true, both),
                new PersonFacts(person(SANNE), PartialDate.parse("1986-05-04"), true, null),
                new PersonFacts(person(KEREM), PartialDate.parse("1984-02-11"), true, null));
    }

    // Each mention is read by itself, as from a store or a case: equal, and not the same object
    private static PersonRef person(String name) {
        return new PersonRef(new String(name));
    }

    private static OrganisationId organisation(String name) {
        return new OrganisationId(new String(name));
    }

    private RecordedFacts facts() {
        RecordedFacts none = RecordedFacts.NONE;
        return new RecordedFacts(
                consents,
                none.meldcode(),
                none.informing(),
                none.arrears(),
                none.measures(),
                none.withheldByProfessional(),
                none.secondProfessional(),
                none.meeting(),
                none.disclosure1215(),
                none.parentsMustNotKnow());
    }
}
