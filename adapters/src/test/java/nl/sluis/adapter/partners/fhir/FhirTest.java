package nl.sluis.adapter.partners.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import nl.sluis.adapter.ConsentStatement;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FhirTest {

    private static final String REFERRAL =
            Sample.of("gp-referral-noah.json", "").text();
    private static final String PLAN = Sample.of("careplan-sanne.json", "").text();
    private static final String CONSENT = Sample.of("consent-sanne.json", "").text();

    @Test
    void readsTheReferralOfNoahWithHisParents() {
        Draft draft = draft(REFERRAL);
        assertThat(draft.persons())
                .extracting(person -> person.ref() + " " + person.role())
                .containsExactly("noah CHILD", "sanne PARENT", "kerem PARENT");
        assertThat(draft.persons().get(0).identifiers())
                .contains(
                        new PersonIdentifier(PersonIdentifier.LOCAL, "noah"),
                        new PersonIdentifier(PersonIdentifier.BSN, "999990044"));
        assertThat(mandatory(draft)).containsExactly("noah:identity", "reason");
        Section debts = draft.sections().get(draft.sections().size() - 1);
        assertThat(debts.subject().value()).isEqualTo("sanne");
        assertThat(section(draft, "reason").lifeDomain()).isEqualTo(LifeDomain.GGZ);
    }

    @Test
    void guessesNoPlaceInTheFamilyOfARelationshipWithoutItsCode() {
        assertThat(draft(REFERRAL.replace("\"code\": \"MTH\",", "")).persons())
                .extracting(person -> person.ref() + " " + person.role())
                .containsExactly("noah CHILD", "sanne OTHER", "kerem PARENT");
    }

    /** R-36: goals and planning are the message; nothing that is done in treatment is among them. */
    @Test
    void keepsTreatmentApartFromGoalsAndPlanning() {
        Draft draft = draft(PLAN);
        for (Section section : draft.sections()) {
            boolean needed = Set.of(DataCategory.GOALS, DataCategory.PLANNING).contains(section.category());
            assertThat(section.mandatory()).isEqualTo(needed || section.category() == DataCategory.IDENTITY);
        }
        assertThat(draft.sections())
                .filteredOn(section -> section.category() == DataCategory.GOALS)
                .hasSize(3);
        String released = new String(
                nl.sluis.adapter.MessageJson.mapper()
                        .writeValueAsBytes(draft.sections().stream()
                                .filter(Section::mandatory)
                                .toList()),
                StandardCharsets.UTF_8);
        assertThat(released).contains("Evaluatiegesprek", "2027-06-01").doesNotContain("EMDR", "Sertraline", "P02");
    }

    /** A file has no category and no person of its own here: it is brought at /v1/attachments, with a category that a person gave. */
    @Test
    void namesEveryFileInItAndCarriesNoneInSilence() {
        String data = "U2x1aXMtcHJvZWY=";
        String file = "{\"contentType\": \"application/pdf\", \"title\": \"Brief 4711\", \"data\": \"" + data + "\"}";
        String with = REFERRAL.substring(0, REFERRAL.lastIndexOf(']')) + """
                , {"resource": {"resourceType": "DocumentReference", "id": "brief", "status": "current",
                    "contained": [{"resourceType": "Binary", "id": "in", "contentType": "image/png", "data": "%1$s"}],
                    "content": [{"attachment": %2$s}, {"attachment": {"url": "#in"}}]}},
                  {"resource": {"resourceType": "Binary", "id": "los", "contentType": "image/png", "data": "%1$s"}},
                  {"resource": {"resourceType": "Media", "id": "foto", "status": "completed", "content": %2$s}}]}""".formatted(data, file);
        Translation read = read(with);

        assertThat(PartnerAdapterContract.account(read).notUnderstood())
                .anyMatch(path -> path.endsWith(".resource.contained[0].data"))
                .anyMatch(path -> path.endsWith(".resource.content[0].attachment.data"))
                .anyMatch(path -> path.endsWith(".resource.content[1].attachment.url"))
                .anyMatch(path -> path.matches("Bundle\\.entry\\[\\d+]\\.resource\\.data"))
                .anyMatch(path -> path.matches("Bundle\\.entry\\[\\d+]\\.resource\\.content\\.data"));
        String sections = new String(
                nl.sluis.adapter.MessageJson.mapper()
                        .writeValueAsBytes(draft(with).sections()),
                StandardCharsets.UTF_8);
        assertThat(sections).doesNotContain(data, "Brief 4711", "Sluis-proef");
        assertThat(draft(with).sections()).isEqualTo(draft(REFERRAL).sections());
    }

    @Test
    void findsNoGoalOfSomebodyElse() {
        String other = PLAN.replace(
                        "\"resourceType\": \"Practitioner\",\n        \"id\": \"iris\"",
                        "\"resourceType\": \"Patient\",\n        \"id\": \"iris\"")
                .replaceFirst("(?s)(\"resourceType\": \"Goal\".*?)Patient/sanne", "$1Patient/iris");
        assertThat(PartnerAdapterContract.codes(read(other))).contains("WRONG_SUBJECT");
    }

    @Test
    void namesAReferenceThatLeadsNowhere() {
        Translation broken = read(PLAN.replace("\"Goal/doel-2\"", "\"Goal/weg\""));
        assertThat(((Translation.Untranslatable) broken).violations())
                .extracting(Violation::path, Violation::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Bundle.entry[0].resource.goal[1]", "REFERENCE_NOT_FOUND"));
    }

    @Test
    void readsAFlatConsent() {
        ConsentStatement statement = consents(CONSENT).get(0);
        assertThat(statement.decision()).isEqualTo(ConsentDecision.GIVEN);
        assertThat(statement.recipients().organisations()).containsExactly(new OrganisationId("wijkteam-noord"));
        assertThat(statement.categories())
                .containsExactlyInAnyOrder(DataCategory.IDENTITY, DataCategory.GOALS, DataCategory.PLANNING);
        assertThat(statement.lifeDomains()).containsExactly(LifeDomain.GGZ);
        assertThat(statement.evidence()).isEqualTo("formulier-2026-204");
        assertThat(statement.from()).hasToString("2026-11-02");
        assertThat(statement.giver().role()).isEqualTo(HouseholdRole.OTHER);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
                    "type": "permit",|"provision": [{"type": "deny"}], "type": "permit",|NESTED_PROVISION
                    "type": "permit",||PROVISION_TYPE_MISSING
                    "status": "active"|"status": "draft"|CONSENT_NOT_IN_FORCE
                    "status": "active"|"status": "inactive"|CONSENT_NOT_IN_FORCE
                    "code": "patient-privacy"|"code": "adr"|ADVANCE_DIRECTIVE
                    "code": "patient-privacy"|"code": "research"|SCOPE_NOT_SUPPORTED
                    "code": "GOALS"|"code": "EVERYTHING"|UNKNOWN_CODE
                    "type": "permit",|"type": "permit", "securityLabel": [{"code": "R"}],|PROVISION_NOT_SUPPORTED
                    """)
    void refusesAConsentThatIsNotFlatAndClear(String what, String with, String code) {
        assertThat(CONSENT).contains(what);
        assertThat(PartnerAdapterContract.codes(read(CONSENT.replace(what, with == null ? "" : with))))
                .contains(code);
    }

    /** Each of these made the parser throw something that is no answer. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "status": "active"|"": "active"|UNKNOWN_FIELD
                    "status": "active"|"status": "active", "extension": [{"valueString": "x"}]|WRONG_TYPE
                    "status": "active"|"status": "active", "_status": ["x"]|WRONG_TYPE
                    "status": "active"|"status": null|EMPTY
                    "status": "active"|"status": []|EMPTY
                    "resourceType": "Consent"|"resourceType": ["Consent"]|NOT_FHIR
                    """)
    void answersWhatTripsTheParser(String what, String with, String code) {
        assertThat(PartnerAdapterContract.codes(read(CONSENT.replace(what, with))))
                .containsExactly(code);
    }

    @Test
    void readsTheFirstOfTwoExtensionsAndNamesTheOther() {
        String street =
                "{\"url\": \"http://hl7.org/fhir/StructureDefinition/iso21090-ADXP-streetName\", \"valueString\": \"x\"},";
        String twice = PLAN.replaceFirst("(?s)(\"_line\".*?\"extension\": \\[)", "$1" + street);
        assertThat(PartnerAdapterContract.account(read(twice)).notUnderstood())
                .anyMatch(path -> path.contains("address[0].line[0].extension[1]"));
    }

    @Test
    void widensARefusalThatItDoesNotKnowTheLimitsOf() {
        String refusal =
                CONSENT.replace("\"permit\"", "\"deny\"").replace("\"code\": \"GOALS\"", "\"code\": \"EVERYTHING\"");
        assertThat(consents(refusal).get(0).decision()).isEqualTo(ConsentDecision.REFUSED);
        assertThat(consents(refusal).get(0).categories()).isEmpty();
    }

    private static Section section(Draft draft, String id) {
        return draft.sections().stream()
                .filter(section -> section.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> mandatory(Draft draft) {
        return draft.sections().stream()
                .filter(Section::mandatory)
                .map(section -> section.id().value())
                .toList();
    }

    private static Draft draft(String json) {
        Translation translation = read(json);
        assertThat(PartnerAdapterContract.codes(translation)).isEmpty();
        return ((Translation.Translated) translation).draft();
    }

    private static List<ConsentStatement> consents(String json) {
        Translation translation = read(json);
        assertThat(PartnerAdapterContract.codes(translation)).isEmpty();
        return ((Translation.Consents) translation).statements();
    }

    private static Translation read(String json) {
        return new FhirAdapter().read(new Payload("application/fhir+json", json.getBytes(StandardCharsets.UTF_8)));
    }
}
