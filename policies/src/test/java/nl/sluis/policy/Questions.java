package nl.sluis.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.Custody;
import nl.sluis.canonical.CustodyType;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Regime;
import nl.sluis.canonical.SectionId;

/** Fictional people and questions for tests: a school asks about Mila of nine, daughter of Sanne and Kerem. */
final class Questions {

    static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
    static final PersonRef MILA = new PersonRef("mila");
    static final PersonRef SANNE = new PersonRef("sanne");
    static final PersonRef KEREM = new PersonRef("kerem");
    static final OrganisationId SCHOOL = new OrganisationId("de-wilgenhof");
    static final OrganisationId TEAM = new OrganisationId("wijkteam-noord");

    private Questions() {}

    static PersonFacts mila() {
        return new PersonFacts(
                MILA,
                PartialDate.parse("2017-03-01"),
                true,
                new Custody(CustodyType.JOINT_PARENTS, List.of(SANNE, KEREM), false));
    }

    static List<PersonFacts> family() {
        return List.of(
                mila(),
                new PersonFacts(SANNE, PartialDate.parse("1992-05-04"), true, null),
                new PersonFacts(KEREM, PartialDate.parse("1990-02-11"), true, null));
    }

    static RequestedItem sleep() {
        return item("sleep", MILA, DataCategory.OBSERVATION, true);
    }

    static RequestedItem item(String id, PersonRef subject, DataCategory category, boolean mandatory) {
        return new RequestedItem(new SectionId(id), subject, category, LifeDomain.LGZ, mandatory);
    }

    static ConsentRecord given(PersonRef giver) {
        return record(giver, ConsentDecision.GIVEN, "2026-09-01T07:00:00Z", null);
    }

    static ConsentRecord refused(PersonRef giver) {
        return record(giver, ConsentDecision.REFUSED, "2026-09-01T07:00:00Z", null);
    }

    static ConsentRecord withdrawn(PersonRef giver, Instant moment) {
        return record(giver, ConsentDecision.GIVEN, "2026-09-01T07:00:00Z", moment);
    }

    private static ConsentRecord record(
            PersonRef giver,
            ConsentDecision decision,
            String recordedAt,
            @org.jspecify.annotations.Nullable Instant withdrawnAt) {
        return new ConsentRecord(
                "c-" + giver,
                giver,
                Capacity.CUSTODIAN,
                Set.of(MILA),
                SCHOOL,
                Set.of(TEAM),
                Set.of(Purpose.YOUTH_SUPPORT),
                Set.of(DataCategory.OBSERVATION),
                Set.of(LifeDomain.LGZ),
                decision,
                LocalDate.of(2026, 9, 1),
                LocalDate.of(2027, 8, 31),
                Instant.parse(recordedAt),
                withdrawnAt,
                "form-2026-118");
    }

    static RecordedFacts consents(List<ConsentRecord> consents) {
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

    static SharingRequest question(Instant at, List<RequestedItem> items, RecordedFacts facts) {
        return new SharingRequest(
                at,
                new SendingParty(SCHOOL, OrganisationType.SCHOOL, Regime.AVG, ProfessionalRole.INTERN_BEGELEIDER),
                new ReceivingParty(TEAM, OrganisationType.WIJKTEAM),
                MessageKind.SIGNAL,
                Purpose.YOUTH_SUPPORT,
                LegalBasis.CONSENT,
                family(),
                items,
                facts);
    }
}
