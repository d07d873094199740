package nl.sluis.adapter.partners;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.partners.edifact.EdifactAdapter;
import nl.sluis.adapter.partners.hl7v2.Hl7v2Adapter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hostile bytes cost memory in proportion to their number. Measured in bytes that the thread asked for, so no clock is involved. */
class HostileSizeTest {

    private static final String HL7 = Sample.of("gp-ref-i12-noah.hl7", "").text();
    private static final String EDIFACT = Sample.of("gp-medvry-noah.edi", "").text();
    private static final int MILLION = 1_000_000;
    private static final int LONG_FIELD = 10 * 1024 * 1024;

    /** A million parts are refused before the parser makes an object of each. */
    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "hl7; segments",
                "hl7; repetitions",
                "hl7; components",
                "hl7; parts",
                "hl7; fields",
                "hl7; own separators",
                "edifact; segments",
                "edifact; elements",
                "edifact; components",
                "edifact; own separators"
            })
    void refusesAMillionPartsBeforeTheyAreParsed(String format, String parts) {
        Payload payload = format.equals("hl7") ? hl7(parts) : edifact(parts);
        PartnerAdapter adapter = format.equals("hl7") ? new Hl7v2Adapter() : new EdifactAdapter();
        long before = allocated();
        Translation translation = adapter.read(payload);
        assertThat(allocated() - before).isLessThan(20L * payload.bytes().length);
        assertThat(PartnerAdapterContract.codes(translation)).containsExactly("TOO_MANY_PARTS");
    }

    /** A long field is read in HL7, as a text like any other, and is too long for StAEDI; both at a cost in proportion. */
    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"hl7, x, ''", "hl7, é, ''", "edifact, x, NOT_EDIFACT", "edifact, é, NOT_EDIFACT"})
    void takesAFieldOfTenMegabytesAtACostInProportion(String format, String filling, String code) {
        boolean hl7 = format.equals("hl7");
        int wide = filling.getBytes(StandardCharsets.UTF_8).length;
        String text = hl7
                ? HL7.replace("Graag overleg", filling.repeat(LONG_FIELD / wide))
                : EDIFACT.replace("Geachte collega", filling.repeat(LONG_FIELD));
        Payload payload = hl7
                ? new Payload(Hl7v2Adapter.MEDIA_TYPE, text.getBytes(StandardCharsets.UTF_8))
                : new Payload(EdifactAdapter.MEDIA_TYPE, text.getBytes(StandardCharsets.ISO_8859_1));
        PartnerAdapter adapter = hl7 ? new Hl7v2Adapter() : new EdifactAdapter();
        long before = allocated();
        Translation translation = adapter.read(payload);
        assertThat(allocated() - before).isLessThan(60L * payload.bytes().length);
        assertThat(String.join(" ", PartnerAdapterContract.codes(translation))).isEqualTo(code);
    }

    private static Payload hl7(String parts) {
        String text = switch (parts) {
            case "segments" -> HL7 + "NTE|1\r".repeat(MILLION);
            case "repetitions" -> HL7.replace("~Zij is", "~a".repeat(MILLION) + "~Zij is");
            case "components" -> HL7.replace("^Penicilline", "^a".repeat(MILLION));
            case "parts" -> HL7.replace("Rijn&van", "&a".repeat(MILLION));
            case "fields" -> HL7.replace("ZPI|1", "ZPI|1" + "|a".repeat(MILLION));
            default -> HL7.replace("^~\\&", "$~\\&").replace("ZPI|1", "ZPI|1" + "$a".repeat(MILLION));
        };
        return new Payload(Hl7v2Adapter.MEDIA_TYPE, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Payload edifact(String parts) {
        int letter = EDIFACT.indexOf("FTX");
        String more = switch (parts) {
            case "segments" -> "XYZ+1'".repeat(MILLION);
            case "elements" -> "XYZ" + "+1".repeat(MILLION) + "'";
            case "components" -> "XYZ+1" + ":1".repeat(MILLION) + "'";
            default -> "";
        };
        String text = parts.equals("own separators")
                ? "UNA|!.? #UNB!UNOC|3!S!R!261120|1015!1#UNH!1!MEDVRY|3#" + "XYZ!1#".repeat(MILLION)
                : EDIFACT.substring(0, letter) + more + EDIFACT.substring(letter);
        return new Payload(EdifactAdapter.MEDIA_TYPE, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
