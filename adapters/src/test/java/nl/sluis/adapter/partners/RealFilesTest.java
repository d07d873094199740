package nl.sluis.adapter.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nl.sluis.adapter.Completeness;
import nl.sluis.adapter.ConsentStatement;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.Leaves;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.RealFiles;
import nl.sluis.adapter.Translation;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.OrganisationType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published files of Nictiz, Edustandaard and Mitz, one row each; skipped where they are not on the machine. */
class RealFilesTest {

    private static final String FHIR = "application/fhir+xml";

    @ParameterizedTest(name = "{0}/{1} -> {2}")
    @CsvSource({
        "nictiz-r4-elz, hg-ReferralTask-01.xml, REFERENCE_NOT_FOUND, Task.focus",
        "nictiz-r4-elz, hg-ReferralServiceRequest-01.xml, REFERENCE_NOT_FOUND, ServiceRequest.subject",
        "nictiz-r4-elz, hg-ReferralComposition-01.xml, REFERENCE_NOT_FOUND NO_MESSAGE, Composition.subject",
        "nictiz-r4-elz, hg-ReferralServiceRequest-01-Condition-01.xml, REFERENCE_NOT_FOUND NO_MESSAGE, Condition.subject",
        "nictiz-r4-elz, hg-ReferralServiceRequest-01-Location-01.xml, NO_MESSAGE, Location",
        "nictiz-r4-elz, hg-ReferralServiceRequest-01-Location-02.xml, NO_MESSAGE, Location",
        "nictiz-r4-elz, hg-ReferralServiceRequest-01-Organization-01.xml, NO_MESSAGE, Organization",
        "nictiz-r4-elz, hg-ReferralServiceRequest-01-Organization-02.xml, NO_MESSAGE, Organization",
        "nictiz-r4-elz, hg-ReferralServiceRequest-01-Patient-01.xml, REFERENCE_NOT_FOUND NO_MESSAGE, Patient",
        "nictiz-r4-elz, hg-ReferralServiceRequest-01-Practitioner-01.xml, NO_MESSAGE, Practitioner",
        "nictiz-r4-elz, hg-ReferralServiceRequest-01-Practitioner-02.xml, NO_MESSAGE, Practitioner",
        "nictiz-r4-elz, hg-ReferralServiceRequest-01-PractitionerRole-01.xml, REFERENCE_NOT_FOUND NO_MESSAGE, PractitionerRole.organization",
        "nictiz-r4-elz, hg-ReferralServiceRequest-01-PractitionerRole-02.xml, REFERENCE_NOT_FOUND NO_MESSAGE, PractitionerRole.practitioner",
        "nictiz-nl-core, nl-core-ContactPerson-01.xml, REFERENCE_NOT_FOUND NO_MESSAGE, RelatedPerson.patient",
        "nictiz-nl-core, nl-core-HealthProfessional-PractitionerRole-01.xml, REFERENCE_NOT_FOUND NO_MESSAGE, PractitionerRole.practitioner",
        "nictiz-nl-core, nl-core-LegalSituation-LegalStatus-01.xml, REFERENCE_NOT_FOUND NO_MESSAGE, Condition.subject",
        "nictiz-nl-core, nl-core-LegalSituation-Representation-02.xml, REFERENCE_NOT_FOUND NO_MESSAGE, Condition.subject",
        "nictiz-nl-core, nl-core-Patient-01.xml, NO_MESSAGE, Patient",
        "nictiz-nl-core, nl-core-TreatmentDirective2-01-Consent-01.xml, ADVANCE_DIRECTIVE, Consent.scope",
        "mitz, example_subscription.xml, NO_MESSAGE, Subscription",
        "mitz, aorta_consent_token.xml, NOT_FHIR, /",
        "mitz, xacml_gesloten_autorisatievraag.xml, NOT_FHIR, /",
    })
    void namesWhatIsMissing(String folder, String file, String codes, String path) {
        Translation translation = read(FHIR, RealFiles.read(folder, file));
        assertThat(PartnerAdapterContract.codes(translation)).containsExactlyInAnyOrder(codes.split(" "));
        assertThat(((Translation.Untranslatable) translation).violations())
                .anyMatch(v -> v.path().equals(path));
    }

    @Test
    void readsTheReferralOfNictizWithAndWithoutFullUrls() {
        for (boolean fullUrls : List.of(true, false)) {
            Draft draft = draft(FHIR, RealFiles.elzBundle(fullUrls));
            assertThat(draft.kind().name()).isEqualTo("REFERRAL");
            assertThat(draft.statements()).isEmpty();
            assertThat(draft.sections().stream()
                            .filter(section -> section.mandatory())
                            .map(section -> section.category().name()))
                    .containsExactly("IDENTITY", "OBSERVATION");
            assertThat(categories(draft))
                    .contains(DataCategory.DIAGNOSIS, DataCategory.TREATMENT, DataCategory.PLANNING);
        }
    }

    /** Each file of a block that is released is named; one of a block that is not, by its block. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Voorbeelddossier_OV_POPO_full.xml",
                "Voorbeelddossier_PaO_POSWV_full.xml",
                "Voorbeelddossier_PaO_POSWV_opt_out.xml"
            })
    void namesEveryFileOfAnOsoDossierAndCarriesNone(String file) throws Exception {
        String dossier = RealFiles.read("oso", file);
        Translation translation = read("application/xml", dossier);
        Completeness account = PartnerAdapterContract.account(translation);
        List<String> named = account.notUnderstood().stream()
                .filter(path -> path.endsWith("/bestandsinhoud"))
                .toList();
        List<String> files = Leaves.xpaths(dossier).stream()
                .filter(path -> path.endsWith("/bestandsinhoud"))
                .toList();
        assertThat(files).isNotEmpty();
        assertThat(files)
                .allMatch(path -> named.contains(path)
                        || account.notReleased().stream().anyMatch(left -> path.startsWith(left + "/")));
        assertThat(draft("application/xml", dossier).sections())
                .noneMatch(section -> section.content().toString().contains("bestandsinhoud")
                        || section.content() instanceof Content.Carried carried
                                && carried.text().contains("<bestandsinhoud"));
    }

    @ParameterizedTest(name = "{0}: {1} consents")
    @CsvSource({
        "Voorbeelddossier_OV_POPO_full.xml, 2",
        "Voorbeelddossier_OV_POVO_opt_out.xml, 2",
        "Voorbeelddossier_OV_VOVO_opt_out.xml, 2",
        "Voorbeelddossier_PaO_POSWV_full.xml, 2",
        "Voorbeelddossier_PaO_POSWV_opt_out.xml, 0",
    })
    void readsOsoConsentFromToestemmingOnly(String file, int consents) {
        Draft draft = draft("application/xml", RealFiles.read("oso", file));
        assertThat(draft.kind().name()).isEqualTo("HANDOVER");
        assertThat(draft.statements()).hasSize(consents);
        for (ConsentStatement statement : draft.statements()) {
            assertThat(statement.decision()).isEqualTo(ConsentDecision.GIVEN);
            assertThat(statement.objection()).isNotNull();
        }
        assertThat(draft.sections().stream().anyMatch(s -> s.id().value().endsWith("redennietakkoord")))
                .isEqualTo(consents > 0);
    }

    /** Law table 6.6 trap 4: the content is there, the release is not. */
    @Test
    void leavesBehindWhatOsoDoesNotRelease() {
        String full = RealFiles.read("oso", "Voorbeelddossier_PaO_POSWV_full.xml");
        for (String release : List.of("OPT-UIT", "VERBODEN")) {
            String closed = full.replaceAll("(<cat_\\w+>)(VERPLICHT|OPTIONEEL)<", "$1" + release + "<");
            assertThat(draft("application/xml", closed).sections()).isEmpty();
            assertThat(draft("application/xml", closed).statements()).isEmpty();
        }
        String unsaid = full.replaceAll("(?s)<categorie_uitlevering>.*</categorie_uitlevering>", "");
        assertThat(draft("application/xml", unsaid).sections()).isEmpty();
    }

    /** Law table 6.6 trap 11: inactive, and bewindvoering is about money, whatever category it is filed under. */
    @ParameterizedTest
    @ValueSource(strings = {"LegalStatus-01", "Representation-02"})
    void makesNobodyAGuardianByALegalSituation(String situation) {
        String published = RealFiles.read("nictiz-nl-core", "nl-core-LegalSituation-" + situation + ".xml")
                .replaceFirst("<\\?xml[^>]*\\?>", "");
        String bundle = RealFiles.elzBundle(false);
        String patient = bundle.replaceFirst("(?s).*<Patient [^>]*>.*?<id value=\"([^\"]*)\".*", "$1");
        String about = published.replaceFirst("Patient/[A-Za-z0-9.-]+", "Patient/" + patient);
        Draft draft =
                draft(FHIR, bundle.replace("</Bundle>", "<entry><resource>" + about + "</resource></entry></Bundle>"));
        assertThat(draft.persons())
                .noneMatch(person -> person.role() == HouseholdRole.GUARDIAN || person.role() == HouseholdRole.PARENT);
        assertThat(draft.statements()).isEmpty();
    }

    @Test
    void readsARefusalOfMitzAsARefusal() {
        Translation translation = read(FHIR, RealFiles.read("mitz", "example_notification_bundle.xml"));
        List<ConsentStatement> statements = ((Translation.Consents) translation).statements();
        assertThat(statements.stream().map(ConsentStatement::decision))
                .containsExactly(ConsentDecision.GIVEN, ConsentDecision.REFUSED);
        assertThat(statements.get(0).recipients().types()).isEmpty();
        assertThat(statements.get(0).recipients().organisations()).hasSize(1);
        assertThat(statements.get(1).recipients().types())
                .contains(OrganisationType.GP, OrganisationType.SPECIALIST_CARE, OrganisationType.JGZ);
        assertThat(statements.get(1).lifeDomains()).isEmpty();
        assertThat(statements).allMatch(statement -> "00000659".equals(statement.custodian()));
    }

    private static Set<DataCategory> categories(Draft draft) {
        return draft.sections().stream()
                .map(section -> section.category())
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Draft draft(String mediaType, String text) {
        return ((Translation.Translated) read(mediaType, text)).draft();
    }

    private static Translation read(String mediaType, String text) {
        PartnerAdapter adapter = Adapters.all().stream()
                .filter(each -> each.reads(mediaType))
                .findFirst()
                .orElseThrow();
        return adapter.read(RealFiles.payload(mediaType, text));
    }
}
