package nl.sluis.adapter.partners.veiligthuis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.RealFiles;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.source.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StufAnswerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final String REPORT = Sample.of("vt-melding-mila.xml", "").text();

    @Test
    void confirmsWhatWasUnderstoodByItsNumber() {
        StufAnswer answer = answered(REPORT);
        assertThat(answer.code()).isEqualTo("Bv01");
        assertThat(answer.crossReference()).isEqualTo("wilgenhof-2026-0117");
        assertThat(answer.fault()).isNull();
    }

    @Test
    void namesTheFaultAndNeverTheValue() {
        StufAnswer answer = answered(REPORT.replaceAll("(?s)<JZ:heeftBetrokken.*</JZ:heeftBetrokken>", ""));
        assertThat(answer.code()).isEqualTo("Fo01");
        assertThat(answer.crossReference()).isEqualTo("wilgenhof-2026-0117");
        assertThat(answer.fault().code()).isEqualTo("StUF055");
        assertThat(answer.fault().client()).isTrue();
        assertThat(answer.fault().description()).startsWith("REQUIRED").doesNotContain("Mila");
    }

    @ParameterizedTest
    @CsvSource({"<a>", "''", "<!DOCTYPE a><a/>", "<a/>"})
    void answersWhatCannotBeRead(String document) {
        assertThat(answered(document).code()).isEqualTo("Fo01");
    }

    @Test
    void isValidByTheSchemaOfStuf() throws Exception {
        Path folder = RealFiles.folder("ggk").resolve("0210-patch04v3/0301");
        for (String document : new String[] {REPORT, "<a>"}) {
            assertThat(Schemas.faults(folder, "stuf0301.xsd", written(document).bytes()))
                    .isEmpty();
        }
    }

    /** The published Fo01 of the GGK. */
    @Test
    void readsAFaultOfTheGgk() {
        String fault = RealFiles.read("ggk", "0210-patch04v3/voorbeeldberichten/Fo01.xml");
        StufAnswer answer = tree(StufAnswer.read(RealFiles.payload("application/xml", fault)));
        assertThat(answer.code()).isEqualTo("Fo01");
        assertThat(answer.fault().code()).isEqualTo("IB210");
        assertThat(answer.crossReference()).isEqualTo("9c0f7b90-5c69-11e5-a837-0800200c9a66");
    }

    private static StufAnswer answered(String document) {
        return tree(StufAnswer.read(written(document)));
    }

    private static Payload written(String document) {
        Payload payload = new Payload(JubesAdapter.MEDIA_TYPE, document.getBytes(StandardCharsets.UTF_8));
        return StufAnswer.to(payload, new JubesAdapter().read(payload), NOW);
    }

    private static StufAnswer tree(Parsed<StufAnswer> parsed) {
        return parsed.fold(
                faults -> {
                    throw new AssertionError(faults.toString());
                },
                answer -> answer);
    }
}
