package nl.sluis.adapter.partners.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.sluis.adapter.ConsentStatement;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.RecipientScope;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.canonical.*;
import org.junit.jupiter.api.Test;

class ConsentDocumentTest {

    private static final RecipientScope TEAM = named("wijkteam-noord", "schuldhulp-lindedam");
    private static final PersonDetails NOAH = person("noah", HouseholdRole.OTHER, "999990032", "2012-06-00");
    private static final PersonDetails SANNE = person("sanne", HouseholdRole.PARENT, "999990020", "1992-05-04");

    @Test
    void readsBackTheConsentOfAParent() {
        ConsentStatement consent =
                statement(SANNE, Capacity.CUSTODIAN, TEAM, ConsentDecision.GIVEN, Set.of(DataCategory.GOALS));
        assertThat(read(written(consent))).containsExactly(consent);
    }

    @Test
    void readsBackWhatSomebodySaysForThemselves() {
        PersonDetails self = person("sanne", HouseholdRole.OTHER, "999990020", "0000-00-00");
        ConsentStatement consent = new ConsentStatement(
                null,
                self,
                Capacity.SELF,
                List.of(self),
                null,
                TEAM,
                Set.of(Purpose.DEBT_HELP),
                Set.of(DataCategory.DEBT_AMOUNT),
                Set.of(LifeDomain.FIN),
                ConsentDecision.GIVEN,
                null,
                null,
                null,
                null,
                null);
        assertThat(read(written(consent))).containsExactly(consent);
    }

    /** A refusal without recipients is one of everybody, and stays a refusal. */
    @Test
    void readsBackARefusalOfEverybody() {
        ConsentStatement refusal =
                statement(SANNE, Capacity.CUSTODIAN, RecipientScope.ADDRESSED, ConsentDecision.REFUSED, Set.of());
        assertThat(read(written(refusal))).containsExactly(refusal);
    }

    @Test
    void writesAgainWhatOthersWrote() {
        Payload sample =
                Sample.of("consent-sanne.json", "application/fhir+json").payload();
        List<ConsentStatement> statements = read(sample);
        Payload again = written(statements.get(0));
        assertThat(read(again)).isEqualTo(statements);
        assertThat(written(read(again).get(0)).bytes()).isEqualTo(again.bytes());
    }

    @Test
    void whatWasWithdrawnIsReadAsNoConsentAndNoRefusal() {
        ConsentStatement consent =
                statement(SANNE, Capacity.CUSTODIAN, TEAM, ConsentDecision.GIVEN, Set.of(DataCategory.GOALS));
        Payload ended = ((ConsentDocument.Result.Written) ConsentDocument.writeEnded(consent)).payload();
        Translation read = new FhirAdapter().read(ended);
        assertThat(((Translation.Untranslatable) read).violations())
                .extracting(Violation::code)
                .contains("CONSENT_NOT_IN_FORCE");
        ConsentStatement refusal = statement(SANNE, Capacity.CUSTODIAN, TEAM, ConsentDecision.REFUSED, Set.of());
        assertThat(((ConsentDocument.Result.Lacking) ConsentDocument.writeEnded(refusal)).violations())
                .extracting(Violation::path)
                .containsExactly("/decision");
    }

    @Test
    void namesWhatItCannotSay() {
        RecipientScope sorts = new RecipientScope(Set.of(), Set.of(OrganisationType.GP));
        assertThat(faults(statement(SANNE, Capacity.CUSTODIAN, sorts, ConsentDecision.GIVEN, Set.of())))
                .containsExactly("/recipients/types NO_PLACE");
        assertThat(faults(statement(
                        SANNE, Capacity.CUSTODIAN, RecipientScope.ADDRESSED, ConsentDecision.GIVEN, Set.of())))
                .containsExactly("/recipients REQUIRED");
        assertThat(faults(statement(SANNE, Capacity.GUARDIAN, TEAM, ConsentDecision.GIVEN, Set.of())))
                .containsExactly("/capacity NO_PLACE");
        assertThat(faults(new ConsentStatement(
                        "Zqx marker",
                        NOAH,
                        Capacity.SELF,
                        List.of(NOAH, SANNE),
                        null,
                        TEAM,
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        ConsentDecision.REFUSED,
                        null,
                        null,
                        null,
                        null,
                        "Zqx words")))
                .contains("/subjects AMBIGUOUS", "/objection NO_PLACE", "/sourceId WRONG_FORM");
    }

    private static ConsentStatement statement(
            PersonDetails giver,
            Capacity as,
            RecipientScope to,
            ConsentDecision decision,
            Set<DataCategory> categories) {
        return new ConsentStatement(
                "toestemming-1",
                giver,
                as,
                List.of(NOAH),
                "jeugd-ggz-lindedam",
                to,
                Set.of(Purpose.CARE),
                categories,
                Set.of(LifeDomain.GGZ, LifeDomain.REL),
                decision,
                LocalDate.parse("2026-11-02"),
                LocalDate.parse("2027-11-01"),
                Instant.parse("2026-11-02T09:15:00Z"),
                "formulier-204",
                null);
    }

    private static List<String> faults(ConsentStatement statement) {
        List<Violation> faults = ((ConsentDocument.Result.Lacking) ConsentDocument.write(statement)).violations();
        assertThat(faults.toString()).doesNotContain("Zqx");
        return faults.stream().map(fault -> fault.path() + " " + fault.code()).toList();
    }

    private static Payload written(ConsentStatement statement) {
        return ((ConsentDocument.Result.Written) ConsentDocument.write(statement)).payload();
    }

    private static List<ConsentStatement> read(Payload payload) {
        Translation read = new FhirAdapter().read(payload);
        assertThat(read).as("%s", read).isInstanceOf(Translation.Consents.class);
        return ((Translation.Consents) read).statements();
    }

    private static RecipientScope named(String... names) {
        return new RecipientScope(
                java.util.Arrays.stream(names).map(OrganisationId::new).collect(java.util.stream.Collectors.toSet()),
                Set.of());
    }

    private static PersonDetails person(String ref, HouseholdRole role, String bsn, String born) {
        return new PersonDetails(
                new PersonRef(ref),
                role,
                Set.of(
                        new PersonIdentifier(PersonIdentifier.BSN, bsn),
                        new PersonIdentifier(PersonIdentifier.LOCAL, "7")),
                PartialDate.parse(born));
    }
}
