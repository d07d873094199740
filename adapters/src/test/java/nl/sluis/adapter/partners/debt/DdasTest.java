package nl.sluis.adapter.partners.debt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.sluis.adapter.ArrearsEvidence;
import nl.sluis.adapter.Batch;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.RealFiles;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.partners.debt.DdasAdapter.Model;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DdasTest {

    private static final String SIGNAL = Sample.of("ddas-vs-sanne.json", "").text();

    @Test
    void readsASignalWithContactAmountAndEvidenceOnly() {
        Draft draft = draft(Model.VS, SIGNAL);
        assertThat(draft.kind()).isEqualTo(MessageKind.ARREARS_SIGNAL);
        assertThat(draft.basis()).isEqualTo(LegalBasis.ARREARS_WGS_TRS);
        assertThat(draft.sections().stream().map(section -> section.category()))
                .containsExactly(
                        DataCategory.IDENTITY, DataCategory.BSN, DataCategory.ADDRESS, DataCategory.DEBT_AMOUNT);
        assertThat(draft.arrears()).isNotNull();
        assertThat(draft.arrears().reaction()).isEqualTo(ArrearsEvidence.Reaction.NONE);
        assertThat(draft.arrears().writtenReminder().reference()).isEqualTo("BR-77");
        assertThat(draft(Model.VS, SIGNAL.replace("\"Water\"", "\"Huur\"")).basis())
                .isEqualTo(LegalBasis.ARREARS_BGS_2);
        assertThat(draft(Model.VS, SIGNAL.replace("\"crisissignaal\": false", "\"crisissignaal\": true"))
                        .urgency())
                .isEqualTo(Urgency.PRIORITY);
    }

    @Test
    void makesUpNoEvidence() {
        assertThat(draft(Model.VS, SIGNAL.replaceFirst("(?s),\\s*\"voorwaarden\": \\{.*?}", ""))
                        .arrears())
                .isNull();
        ArrearsEvidence some = draft(Model.VS, SIGNAL.replace("\"aanbod\": \"2026-10-01\",", ""))
                .arrears();
        assertThat(some.offeredToPassOn()).isNull();
        assertThat(some.contactAttempted()).isNotNull();
    }

    @ParameterizedTest(name = "{0} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"1992-05-04\"|\"1992-02-30\"|/leveringen/0/vroegsignalen/0/client/Geboortedatum NOT_A_DATE",
                "\"bedrag\": 212|\"bedrag\": -1|/leveringen/0/vroegsignalen/0/bedrag WRONG_FORM",
                "\"bedrag\": 212|\"bedrag\": 1.5|/leveringen/0/vroegsignalen/0/bedrag WRONG_TYPE",
                "\"Water\"|\"Zqxmarker\"|/leveringen/0/vroegsignalen/0/signaalpartner/type UNKNOWN_CODE",
                "\"reactie\": \"geen\"|\"herinnering2\": \"\"|/leveringen/0/vroegsignalen/0/voorwaarden UNKNOWN_FIELD",
                "\"aanbod\": \"2026-10-01\"|\"aanbod\": \"2026-12-01\"|/leveringen/0/vroegsignalen/0/voorwaarden/aanbod NO_EVIDENCE",
                "\"aanbod\": \"2026-10-01\"|\"aanbod\": \"0000-00-00\"|/leveringen/0/vroegsignalen/0/voorwaarden/aanbod NO_EVIDENCE",
                "\"vroegsignalen\"|\"signalen\"|/leveringen EMPTY",
            })
    void namesThePlaceAndNeverTheValue(String right, String wrong, String fault) {
        Translation translation = read(Model.VS, SIGNAL.replace(right, wrong));
        List<Violation> violations = ((Translation.Untranslatable) translation).violations();
        assertThat(violations.stream().map(each -> each.path() + " " + each.code()))
                .contains(fault);
        assertThat(violations.toString()).doesNotContain("Zqxmarker", "1992");
    }

    @Test
    void summarisesATrajectoryWithoutItsCreditors() {
        Draft draft = draft(Model.SHV, Sample.of("ddas-shv-sanne.json", "").text());
        assertThat(draft.kind()).isEqualTo(MessageKind.PLAN_SUMMARY);
        assertThat(draft.basis()).isEqualTo(LegalBasis.CONSENT);
        assertThat(draft.sections().stream()
                        .filter(section -> section.mandatory())
                        .map(section -> section.id().value()))
                .containsExactly("client-1:identity", "client-1:term");
        assertThat(nl.sluis.adapter.MessageJson.mapper().writeValueAsString(draft.sections()))
                .contains("Budgetbeheer", "1412")
                .doesNotContain("Lindewater");
    }

    /** Law table 6.6 trap 5: every number of the published files fails the eleven test. */
    @ParameterizedTest(name = "{0}/{1} -> {3} messages")
    @CsvSource({
        "ddas-vroegsignalering/v0.9, enkelvoudigVoorbeeld.json, VS, 1",
        "ddas-vroegsignalering/v0.9, meervoudigVoorbeeld.json, VS, 4",
        "ddas/v1.0, enkelvoudigVoorbeeld.json, SHV, 1",
        "ddas/v1.0, meervoudigVoorbeeld.json, SHV, 10",
    })
    void readsThePublishedFilesWithAWarningAndSendsNoNumberOfThem(
            String folder, String file, Model model, int messages) {
        Batch batch = new DdasAdapter(model).readAll(payload(model, RealFiles.read(folder, file)), 10);
        assertThat(batch.faults()).isEmpty();
        assertThat(batch.entries()).hasSize(messages);
        for (Batch.Entry entry : batch.entries()) {
            Translation.Translated read = (Translation.Translated) entry.translation();
            assertThat(read.completeness().warnings())
                    .isNotEmpty()
                    .allMatch(warning -> warning.code().equals("BSN_INVALID"));
            assertThat(read.completeness().notReleased()).anyMatch(path -> path.endsWith("/Burgerservicenummer"));
            assertThat(read.draft().sections()).noneMatch(section -> section.category() == DataCategory.BSN);
            assertThat(read.draft().persons())
                    .noneMatch(person -> person.identifiers().stream()
                            .anyMatch(id -> id.system().equals(PersonIdentifier.BSN)));
            assertThat(read.draft().arrears()).isNull();
        }
    }

    @Test
    void givesEachMessageAnOriginalWithNobodyElseInIt() {
        Batch batch = new DdasAdapter(Model.VS)
                .readAll(
                        payload(Model.VS, RealFiles.read("ddas-vroegsignalering/v0.9", "meervoudigVoorbeeld.json")), 4);
        String second = new String(batch.entries().get(1).original().bytes(), StandardCharsets.UTF_8);
        assertThat(second).contains("VS-2025-0002").doesNotContain("VS-2025-0001", "VS-2025-0101");
        assertThat(PartnerAdapterContract.codes(
                        new DdasAdapter(Model.VS).read(batch.entries().get(1).original())))
                .isEmpty();
    }

    /** Whatever stands around the signals is written with each of them. */
    @Test
    void refusesTooManySignalsAndTooMuchAroundThem() {
        String several = RealFiles.read("ddas-vroegsignalering/v0.9", "meervoudigVoorbeeld.json");
        DdasAdapter adapter = new DdasAdapter(Model.VS);
        assertThat(adapter.readAll(payload(Model.VS, several), 3).faults())
                .containsExactly(new Violation("/", "TOO_MANY", "A batch has at most 3 messages."));
        assertThat(PartnerAdapterContract.codes(read(Model.VS, several))).containsExactly("SEVERAL_MESSAGES");
        String much = "\"eigen\": \"" + "x".repeat(DdasParts.MAX_AROUND) + "\", \"leveringen\"";
        assertThat(adapter.readAll(payload(Model.VS, several.replace("\"leveringen\"", much)), 4)
                        .faults())
                .extracting(fault -> fault.path() + " " + fault.code())
                .containsExactly("/ TOO_LONG");
        String inside = "\"eigen\": \"" + "x".repeat(DdasParts.MAX_AROUND) + "\", \"vroegsignalen\"";
        assertThat(adapter.readAll(payload(Model.VS, several.replaceFirst("\"vroegsignalen\"", inside)), 4)
                        .faults())
                .extracting(fault -> fault.path() + " " + fault.code())
                .containsExactly("/leveringen/0 TOO_LONG");
    }

    private static Draft draft(Model model, String json) {
        Translation translation = read(model, json);
        assertThat(PartnerAdapterContract.codes(translation)).isEmpty();
        return ((Translation.Translated) translation).draft();
    }

    private static Translation read(Model model, String json) {
        return new DdasAdapter(model).read(payload(model, json));
    }

    private static Payload payload(Model model, String json) {
        return RealFiles.payload("application/json;profile=" + (model == Model.VS ? "ddas-vs" : "ddas-shv"), json);
    }
}
