package nl.sluis.adapter.partners.housing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import nl.sluis.adapter.ApiDescription;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.Leaves;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.RealFiles;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.Translation;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class VeraArrearsTest implements PartnerAdapterContract {

    private static final String TYPE = "application/json;profile=vera-incasso";
    private static final Sample SAMPLE = Sample.of("vera-arrears-sanne.json", TYPE);

    @Override
    public PartnerAdapter adapter() {
        return new VeraArrearsAdapter();
    }

    @Override
    public List<Sample> samples() {
        return List.of(SAMPLE);
    }

    @Override
    public List<String> leaves(Sample sample) {
        return Leaves.jsonPointers(sample.text());
    }

    @Test
    void carriesContactAmountAndEvidenceAndNothingElseOfTheCollection() {
        Draft draft = ((Translation.Translated) read(SAMPLE.text())).draft();
        assertThat(draft.basis()).isEqualTo(LegalBasis.ARREARS_BGS_2);
        assertThat(draft.sections().stream().map(section -> section.id().value()))
                .containsExactly("huurder:identity", "huurder:address", "huurder:achterstand");
        assertThat(draft.sections().get(2).content())
                .isEqualTo(new Content.Amount(new BigDecimal("1412.5"), PartialDate.parse("2026-09-01")));
        assertThat(draft.arrears().writtenReminder().reference()).isEqualTo("BR-2026-0881");
    }

    @ParameterizedTest(name = "{1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"voorletters\": \"S.\"|\"bsn\": \"1\"|/relatie/bsn BSN_FORBIDDEN",
                "\"S.\"|\"zie 999990019\"|/relatie/voorletters BSN_FORBIDDEN",
                "\"Deurwaarder\"|\"9999.90.019\"|/externeIncasso/soort/naam BSN_FORBIDDEN",
                "\"soort\"|\"idNummer\": \"999990019\", \"soort\"|/externeIncasso/idNummer BSN_FORBIDDEN",
                "\"soort\"|\"kenmerken\": [\"H-1\", \"999990019\"], \"soort\"|/externeIncasso/kenmerken/1 BSN_FORBIDDEN",
                "\"INC-2026-0881\"|[[\"9999 90019\"]]|/externeIncasso/id/0/0 BSN_FORBIDDEN",
                "\"soort\"|\"kenmerken\": [999990019], \"soort\"|/externeIncasso/kenmerken/0 BSN_FORBIDDEN",
                "1412.5|-1|/externeIncasso/saldo WRONG_FORM",
                "1992-05-04|1992-02-30|/relatie/geboortedatum NOT_A_DATE",
                "\"aanbod\": \"2026-10-14\"|\"aanbod\": \"2026-11-21\"|/voorwaarden/aanbod NO_EVIDENCE",
                "\"reactie\": \"geen\"|\"reactie\": \"ja\"|/voorwaarden/reactie UNKNOWN_CODE",
                "\"signaaldatum\"|\"datum\"|/ REQUIRED",
            })
    void namesThePlaceAndNeverTheValue(String right, String wrong, String fault) {
        Translation.Untranslatable no =
                (Translation.Untranslatable) read(SAMPLE.text().replace(right, wrong));
        assertThat(no.violations().stream().map(each -> each.path() + " " + each.code()))
                .contains(fault);
        assertThat(no.violations().toString()).doesNotContain("999990019", "90.019");
    }

    /** The part that is VERA's own; person, address and preconditions go beside it, since its collection names a debtor by keys alone. */
    @Test
    void theCollectionInItIsThatOfThePublishedDescription() {
        ApiDescription vera = ApiDescription.of("vera", "INC-incasso-4.3.0.yaml");
        JsonNode collection = JsonMapper.shared().readTree(SAMPLE.text()).path("externeIncasso");
        assertThat(vera.faults("ExterneIncassos-ExterneIncassobericht", collection))
                .isEmpty();
        JsonNode fields = vera.document().at("/components/schemas/ExterneIncassos-ExterneIncasso/properties");
        assertThat(fields.propertyNames()).containsAll(collection.propertyNames());
        ((ObjectNode) collection).put("begindatum", 20260901);
        assertThat(vera.faults("ExterneIncassos-ExterneIncassobericht", collection))
                .hasSize(1);
    }

    private static Translation read(String json) {
        return new VeraArrearsAdapter().read(RealFiles.payload(TYPE, json));
    }
}
