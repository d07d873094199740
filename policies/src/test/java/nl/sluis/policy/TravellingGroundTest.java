package nl.sluis.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import org.junit.jupiter.api.Test;

class TravellingGroundTest {

    private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
    private static final OrganisationId SCHOOL = new OrganisationId("de-wilgenhof");
    private static final OrganisationId TEAM = new OrganisationId("wijkteam-noord");
    private static final PersonRef MILA = new PersonRef("mila");
    private static final PersonRef SANNE = new PersonRef("sanne");
    private static final PersonRef P1 = new PersonRef("p1");

    @Test
    void narrowsAConsentToThisExchangeAndRenamesEverybody() {
        Ground ground = ground(LegalBasis.CONSENT, List.of(given(Set.of(TEAM, new OrganisationId("elders")))), true);

        ConsentRecord consent = ground.consents().getFirst();
        assertThat(consent.recipients()).containsExactly(TEAM);
        assertThat(consent.subjects()).containsExactly(P1);
        assertThat(consent.giver()).isNotEqualTo(SANNE);
        assertThat(ground.persons()).extracting(PersonFacts::ref).contains(P1).doesNotContain(MILA, SANNE);
    }

    @Test
    void leavesTheBirthDateAtHomeOfSomebodyWhomTheMessageDoesNotIdentify() {
        assertThat(mila(ground(LegalBasis.CONSENT, List.of(given(Set.of(TEAM))), true))
                        .birthDate())
                .isEqualTo(PartialDate.parse("2017-03-01"));
        assertThat(mila(ground(LegalBasis.CONSENT, List.of(given(Set.of(TEAM))), false))
                        .birthDate())
                .isEqualTo(PartialDate.UNKNOWN);
    }

    @Test
    void carriesNobodyOnAGroundThatAsksForNoConsent() {
        Ground ground = ground(LegalBasis.MELDRECHT_WMO_5_2_6, List.of(given(Set.of(TEAM))), true);

        assertThat(ground.consents()).isEmpty();
        assertThat(ground.persons()).isEmpty();
    }

    @Test
    void carriesNoConsentOfAGiverWhoAlsoRefused() {
        assertThat(ground(LegalBasis.CONSENT, List.of(given(Set.of(TEAM)), refused()), true)
                        .consents())
                .isEmpty();
    }

    private static PersonFacts mila(Ground ground) {
        return ground.persons().stream()
                .filter(person -> person.ref().equals(P1))
                .findFirst()
                .orElseThrow();
    }

    private static Ground ground(LegalBasis basis, List<ConsentRecord> consents, boolean identified) {
        Custody custody = new Custody(CustodyType.SOLE_PARENT, List.of(SANNE), false);
        SharingRequest request = new SharingRequest(
                AT,
                new SendingParty(SCHOOL, OrganisationType.SCHOOL, Regime.AVG, ProfessionalRole.OTHER),
                new ReceivingParty(TEAM, OrganisationType.WIJKTEAM),
                MessageKind.SIGNAL,
                Purpose.YOUTH_SUPPORT,
                basis,
                List.of(new PersonFacts(MILA, PartialDate.parse("2017-03-01"), true, custody)),
                List.of(),
                new RecordedFacts(
                        consents,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        Set.of(),
                        null,
                        null,
                        RecordedFacts.Disclosure1215.BOTH,
                        false));
        return new TravellingGround(request, Map.of(MILA, P1), identified ? Set.of(MILA) : Set.of()).ground();
    }

    private static ConsentRecord given(Set<OrganisationId> recipients) {
        return consent("c1", recipients, ConsentDecision.GIVEN);
    }

    private static ConsentRecord refused() {
        return consent("c2", Set.of(TEAM), ConsentDecision.REFUSED);
    }

    private static ConsentRecord consent(String id, Set<OrganisationId> recipients, ConsentDecision decision) {
        return new ConsentRecord(
                id,
                SANNE,
                Capacity.CUSTODIAN,
                Set.of(MILA, new PersonRef("noah")),
                SCHOOL,
                recipients,
                Set.of(Purpose.YOUTH_SUPPORT),
                Set.of(DataCategory.OBSERVATION),
                Set.of(LifeDomain.LGZ),
                decision,
                LocalDate.of(2026, 9, 1),
                null,
                AT.minusSeconds(3600),
                null,
                "form-1");
    }
}
