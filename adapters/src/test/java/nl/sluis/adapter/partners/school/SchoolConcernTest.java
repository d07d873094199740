package nl.sluis.adapter.partners.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.PersonIdentifier;
import org.junit.jupiter.api.Test;

class SchoolConcernTest {

    private static final String MINIMAL = """
            {"persons": [{"ref": "mila", "role": "CHILD", "given": "Mila"}, {"ref": "sanne", "role": "PARENT", "given": "Sanne"}],
             "concerns": [
               {"id": "a", "about": "mila", "lifeDomain": "LGZ", "text": "moe", "assertionType": "OBSERVED"},
               {"id": "b", "about": "sanne", "lifeDomain": "REL", "text": "ruzie", "assertionType": "SUSPICION"}]}""";

    @Test
    void givesDefaultsToWhatATeacherLeavesOut() {
        Draft draft = draft(MINIMAL);
        assertThat(draft.kind()).isEqualTo(MessageKind.SIGNAL);
        assertThat(draft.basis()).isEqualTo(LegalBasis.CONSENT);
        assertThat(mandatory(draft)).containsExactly("mila:identity", "a");
        assertThat(draft.persons().get(0).identifiers())
                .containsExactly(new PersonIdentifier(PersonIdentifier.LOCAL, "mila"));
    }

    @Test
    void readsTheConcernOnMilaWithTheParagraphOnHerParentsOptional() {
        Draft draft = draft(Sample.of("school-concern-mila.json", "").text());
        assertThat(mandatory(draft)).containsExactly("mila:identity", "sleep");
        assertThat(draft.sections().stream().map(section -> section.id().value()))
                .contains("mila:bsn", "mila:address", "sanne:identity", "sanne:contact-1", "kerem:identity", "parents");
    }

    @Test
    void readsAReportToVeiligThuisWithWhatIsKeptBack() {
        Draft draft = draft(Sample.of("school-vt-report-mila.json", "").text());
        assertThat(draft.kind()).isEqualTo(MessageKind.VT_REPORT);
        assertThat(draft.basis()).isEqualTo(LegalBasis.MELDRECHT_WMO_5_2_6);
        assertThat(draft.meldcodeCase()).isEqualTo("mc-2026-017");
        assertThat(draft.withheldByProfessional().toString()).contains("progress");
    }

    @Test
    void makesUpNoIdentityInAQuestionForAdvice() {
        Draft draft = draft("""
                {"kind": "VT_ADVICE", "basis": "NONE", "persons": [{"ref": "x", "role": "CHILD", "birthDate": "2017-00-00"}],
                 "concerns": [{"id": "a", "about": "x", "lifeDomain": "REL", "text": "?", "assertionType": "SUSPICION"}]}""");
        assertThat(draft.sections())
                .extracting(section -> section.category())
                .containsExactly(DataCategory.OBSERVATION);
        assertThat(draft.persons().get(0).birthDate().year()).isEqualTo(2017);
    }

    @Test
    void namesThePlaceAndTheCodeOfEachFault() {
        assertThat(fault(MINIMAL.replace("\"LGZ\"", "\"XYZ\""))).isEqualTo("/concerns/0/lifeDomain UNKNOWN_CODE");
        assertThat(fault(MINIMAL.replace("\"lifeDomain\": \"LGZ\", ", ""))).isEqualTo("/concerns/0 REQUIRED");
        assertThat(fault(MINIMAL.replace("\"OBSERVED\"", "\"REPORTED_BY\""))).isEqualTo("/concerns/0 REQUIRED");
        assertThat(fault(MINIMAL.replace("\"about\": \"sanne\"", "\"about\": \"piet\"")))
                .isEqualTo("/concerns/1/about REFERENCE_NOT_FOUND");
        assertThat(fault(MINIMAL.replace("\"given\": \"Mila\"", "\"birthDate\": \"2017-02-30\"")))
                .isEqualTo("/persons/0/birthDate NOT_A_DATE");
        assertThat(fault(MINIMAL.replace("\"given\": \"Mila\"", "\"bsn\": \"123456789\"")))
                .isEqualTo("/persons/0/bsn BSN_INVALID");
        assertThat(fault(MINIMAL.replace("\"given\": \"Mila\"", "\"naam\": \"Mila\"")))
                .isEqualTo("/persons/0 UNKNOWN_FIELD");
        assertThat(fault(MINIMAL.replace("\"given\": \"Mila\"", "\"given\": 7")))
                .isEqualTo("/persons/0/given WRONG_TYPE");
        assertThat(fault(MINIMAL.replace("\"ref\": \"sanne\"", "\"ref\": \"mila\"")))
                .startsWith("/persons/1/ref NOT_UNIQUE");
        assertThat(fault(MINIMAL.replace("\"ref\": \"mila\"", "\"ref\": \"mila\", \"ref\": \"m\"")))
                .isEqualTo("/ DUPLICATE_FIELD");
        assertThat(fault(MINIMAL.replace("\"moe\"", "1e" + "9".repeat(60)))).isEqualTo("/ TOO_DEEP_OR_TOO_LONG");
    }

    private static List<String> mandatory(Draft draft) {
        return draft.sections().stream()
                .filter(section -> section.mandatory())
                .map(section -> section.id().value())
                .toList();
    }

    private static String fault(String json) {
        Violation first = ((Translation.Untranslatable) read(json)).violations().get(0);
        return first.path() + " " + first.code();
    }

    private static Draft draft(String json) {
        Translation translation = read(json);
        assertThat(PartnerAdapterContract.codes(translation)).isEmpty();
        return ((Translation.Translated) translation).draft();
    }

    private static Translation read(String json) {
        return new SchoolConcernAdapter().read(new Payload("application/json", json.getBytes(StandardCharsets.UTF_8)));
    }
}
