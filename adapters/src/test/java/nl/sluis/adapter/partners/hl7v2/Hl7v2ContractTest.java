package nl.sluis.adapter.partners.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.Translation;
import org.junit.jupiter.api.Test;

class Hl7v2ContractTest implements PartnerAdapterContract {

    @Override
    public PartnerAdapter adapter() {
        return new Hl7v2Adapter();
    }

    @Override
    public List<Sample> samples() {
        return List.of(Sample.of("gp-ref-i12-noah.hl7", Hl7v2Adapter.MEDIA_TYPE));
    }

    /** Every field that has something in it, by its segment and number. */
    @Override
    public List<String> leaves(Sample sample) {
        List<String> leaves = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (String segment : sample.text().split("\r")) {
            String[] fields = segment.split("\\|", -1);
            int number = seen.merge(fields[0], 1, Integer::sum);
            for (int i = 1; i < fields.length; i++) {
                if (!fields[i].isEmpty()) {
                    int field = fields[0].equals("MSH") ? i + 1 : i;
                    leaves.add(fields[0] + "[" + number + "]." + field);
                }
            }
        }
        return leaves;
    }

    /** The message says itself in what it is written; bytes that are something else are refused. */
    @Test
    @Override
    public void refusesOtherCharacterSets() {
        String text = samples().get(0).text();
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16)) {
            assertThat(PartnerAdapterContract.codes(read(text.getBytes(charset))))
                    .containsExactly("NOT_HL7");
        }
        String accented = text.replace("Noah", "No\u00e9");
        assertThat(PartnerAdapterContract.codes(read(accented.getBytes(StandardCharsets.ISO_8859_1))))
                .containsExactly("WRONG_CHARSET");
        byte[] latin = accented.replace("UNICODE UTF-8", "8859/1").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(latin)).isInstanceOf(Translation.Translated.class);
        byte[] unsaid = accented.replace("UNICODE UTF-8", "").getBytes(StandardCharsets.UTF_8);
        assertThat(PartnerAdapterContract.codes(read(unsaid))).containsExactly("WRONG_CHARSET");
        byte[] other = text.replace("UNICODE UTF-8", "KS X 1001").getBytes(StandardCharsets.UTF_8);
        assertThat(PartnerAdapterContract.codes(read(other))).containsExactly("CHARSET_NOT_SUPPORTED");
    }

    /** Version 2 has no end: a message that stops right after a segment can be whole, unless what must be there is not. */
    @Test
    @Override
    public void answersEveryTruncation() {
        byte[] bytes = samples().get(0).bytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            boolean whole = length > 0 && cut[length - 1] == '\r';
            boolean before = new String(cut, StandardCharsets.UTF_8).indexOf("\rPID") < 0;
            if (!whole || before) {
                assertThat(read(cut)).as("%d bytes", length).isInstanceOf(Translation.Untranslatable.class);
            }
        }
    }

    @Test
    @Override
    public void refusesWhatIsNestedWithoutEnd() {
        String text = samples().get(0).text();
        String deep = text.replace("Slaapt slecht sinds september", "&^~".repeat(100_000));
        assertThat(read(deep.getBytes(StandardCharsets.UTF_8))).isNotNull();
        String many = text + "NK1|1|A^B|MTH\r".repeat(2_000);
        assertThat(read(many.getBytes(StandardCharsets.UTF_8))).isNotNull();
    }

    private Translation read(byte[] bytes) {
        return adapter().read(new Payload(Hl7v2Adapter.MEDIA_TYPE, bytes));
    }
}
