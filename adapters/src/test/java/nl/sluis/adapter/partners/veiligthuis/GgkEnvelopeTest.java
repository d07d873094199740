package nl.sluis.adapter.partners.veiligthuis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.RealFiles;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.source.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published envelopes of the GGK; skipped where they are not on the machine. */
class GgkEnvelopeTest {

    private static final String EXAMPLES = "0210-patch04v3/voorbeeldberichten/";

    /** Law table 6.6 trap 8: the version is in the namespace. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "0210-patch04v3/voorbeeldberichten/envelopHeenbericht-ggk_Di01_v21-tekst.xml, V0210_PATCH_04, false, Dummy",
        "0210-patch04v3/voorbeeldberichten/envelopHeenbericht-ggk_Di01_v21-xml.xml, V0210_PATCH_04, false, WMO301",
        "0210-patch04v3/voorbeeldberichten/envelopRetourbericht-ggk_Du01-v21.xml, V0210_PATCH_04, true, WMO302",
        "0310-21-03/ggk0310_21/ggkberichten/ggk_Di01.xml, V0310_21, false, WMO301",
        "0310-21-03/ggk0310_21/ggkberichten/ggk_Du01.xml, V0310_21, true, WMO302",
    })
    void opensAPublishedEnvelope(String file, GgkEnvelope.Version version, boolean reply, String function) {
        GgkEnvelope envelope = GgkEnvelope.read(RealFiles.payload("application/xml", RealFiles.read("ggk", file)))
                .fold(
                        faults -> {
                            throw new AssertionError(faults.toString());
                        },
                        opened -> opened);
        assertThat(envelope.version()).isEqualTo(version);
        assertThat(envelope.reply()).isEqualTo(reply);
        assertThat(envelope.function()).isEqualTo(function);
        assertThat(new String(envelope.content(), StandardCharsets.US_ASCII)).startsWith("Hier staat");
    }

    /** Trap 7: an official example is no XML; it is refused in the words of StUF, and nothing breaks. */
    @Test
    void refusesThePublishedEnvelopeThatIsNoXml() {
        String file = RealFiles.read("ggk", "0310-21-03/voorbeeldberichten/envelopRetourbericht-ggk_Du01-v21.xml");
        Payload payload = RealFiles.payload("application/xml", file);
        assertThat(codes(GgkEnvelope.read(payload))).isEqualTo("NOT_XML");
        Payload answer = GgkEnvelope.read(payload)
                .fold(
                        faults -> StufAnswer.to(
                                payload, new Translation.Untranslatable(faults), Instant.parse("2026-11-22T09:00:00Z")),
                        opened -> {
                            throw new AssertionError("it was read");
                        });
        assertThat(new String(answer.bytes(), StandardCharsets.UTF_8)).contains("Fo01Bericht", "NOT_XML");
    }

    @ParameterizedTest
    @CsvSource({
        "koppelvlak/ggk0210, koppelvlak/ggk0310, VERSION_NOT_SUPPORTED",
        "koppelvlak/ggk0210, sectormodel/ggk/0210, CONTENT_MISSING",
        "<GGK:xmlBestand>, <GGK:xmlBestand>!, NOT_BASE64",
        "xmlBestand, anderBestand, CONTENT_MISSING",
        "<StUF:berichtcode>Di01, <StUF:berichtcode>Du01, CONTROL_DATA",
    })
    void namesWhatItCannotOpen(String from, String to, String code) {
        String file = RealFiles.read("ggk", EXAMPLES + "envelopHeenbericht-ggk_Di01_v21-xml.xml");
        assertThat(codes(GgkEnvelope.read(RealFiles.payload("application/xml", file.replace(from, to)))))
                .isEqualTo(code);
    }

    private static String codes(Parsed<GgkEnvelope> parsed) {
        return parsed.fold(faults -> faults.get(0).code(), opened -> "");
    }
}
