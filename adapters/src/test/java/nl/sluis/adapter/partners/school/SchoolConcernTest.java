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
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.Urgency;
import org.junit.jupiter.api.Test;

class SchoolConcernTest {

    private static final String MINIMAL = """
            {"persons": [{"ref": "mila", "role": "CHILD", "given": "Mila"}, {"ref": "sanne", "role": "PARENT", "given": "Sanne"}],
             "concerns": [
               {"id": "a", "about": "mila", "lifeDomain": "LGZ", "text": "moe", "assertionType": "OBSERVED"},
               {"id": "b", "about": "sanne", "lifeDomain": "REL", "text": "ruzie", "assertionType": "SUSPICION"}]}""";

    private static final String FORM =
            Sample.of("school-concern-form-mila.json", "").text();

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

    /** one item with all fields, each apart from the others. */
    @Test
    void keepsFactsWorryTalksEarlierStepsUrgencyAndTheWishForFeedbackApart() {
        Draft draft = draft(FORM.replace("\"ROUTINE\"", "\"PRIORITY\""));
        assertThat(draft.urgency()).isEqualTo(Urgency.PRIORITY);
        assertThat(content(draft, "sleep"))
                .isInstanceOfSatisfying(
                        Content.Statement.class,
                        fact -> assertThat(fact.assertion()).isEqualTo(AssertionType.OBSERVED));
        assertThat(content(draft, "worry"))
                .isInstanceOfSatisfying(
                        Content.Statement.class,
                        worry -> assertThat(worry.assertion()).isEqualTo(AssertionType.PROFESSIONAL_OPINION));
        assertThat(content(draft, "talk:ouders"))
                .isEqualTo(new Content.Statement(
                        "De ouders zien dat zij laat in slaap valt en willen graag meedenken.",
                        AssertionType.REPORTED_BY,
                        PartialDate.parse("2026-11-18"),
                        "gesprek met de ouders"));
        assertThat(content(draft, "talk:mila"))
                .isInstanceOfSatisfying(
                        Content.Statement.class,
                        talk -> assertThat(talk.source()).isEqualTo("gesprek met het kind"));
        assertThat(content(draft, "step:rust"))
                .isEqualTo(new Content.Planned(
                        "Eerder gedaan: Mila mocht in de pauze rusten; dat hielp een dag.",
                        PartialDate.parse("2026-11-12"),
                        null,
                        "groepsleerkracht"));
        assertThat(content(draft, "feedback:wish"))
                .isEqualTo(new Content.Planned("Terugkoppeling gevraagd", null, PartialDate.parse("2026-12-04"), null));
        assertThat(content(draft(FORM.replace("\"wanted\": true", "\"wanted\": false")), "feedback:wish"))
                .isInstanceOfSatisfying(
                        Content.Planned.class,
                        wish -> assertThat(wish.description()).startsWith("Geen "));
    }

    @Test
    void letsTalksStepsAndTheWishBeLeftOutAndKeptBackLikeEverythingElse() {
        assertThat(mandatory(draft(FORM))).containsExactly("mila:identity", "sleep", "worry");
        Draft kept = draft(FORM.replaceFirst("\\{", "{\"withhold\": [\"talk:mila\", \"feedback:wish\"],"));
        assertThat(kept.withheldByProfessional().toString()).contains("talk:mila", "feedback:wish");
        assertThat(fault(MINIMAL.replaceFirst("\\{", "{\"withhold\": [\"feedback:wish\"],")))
                .isEqualTo("/withhold/0 REFERENCE_NOT_FOUND");
        assertThat(draft(FORM).sections())
                .filteredOn(section -> section.id().value().contains(":rust"))
                .allMatch(section -> section.lifeDomain() == LifeDomain.LGZ);
    }

    @Test
    void namesThePlaceOfAFaultInATalkOrAStep() {
        assertThat(fault(FORM.replace("\"with\": \"CHILD\"", "\"with\": \"NEIGHBOUR\"")))
                .isEqualTo("/talks/1/with UNKNOWN_CODE");
        assertThat(fault(FORM.replace("\"2026-11-17\"", "\"2026-11-31\""))).isEqualTo("/talks/1/on NOT_A_DATE");
        assertThat(fault(FORM.replace("\"id\": \"mila\"", "\"id\": \"ouders\"")))
                .isEqualTo("/talks/1/id NOT_UNIQUE");
        assertThat(fault(FORM.replace("\"2026-11-12\"", "\"2026-13-12\""))).isEqualTo("/earlierSteps/0/on NOT_A_DATE");
        assertThat(fault(FORM.replace("\"2026-12-04\"", "\"2026-12-34\""))).isEqualTo("/feedback/by NOT_A_DATE");
        assertThat(fault(FORM.replace("\"wanted\": true,", ""))).isEqualTo("/feedback REQUIRED");
    }

    private static Content content(Draft draft, String id) {
        return draft.sections().stream()
                .filter(section -> section.id().value().equals(id))
                .findFirst()
                .orElseThrow()
                .content();
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
        // Short ones too: beyond what a number can be, and what fills a memory when it is written out
        for (String huge : List.of("-1e99999990408", "1e999999999", "1e-999999999", "1e41")) {
            assertThat(fault(MINIMAL.replace("\"moe\"", huge))).as(huge).isEqualTo("/ TOO_DEEP_OR_TOO_LONG");
        }
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
