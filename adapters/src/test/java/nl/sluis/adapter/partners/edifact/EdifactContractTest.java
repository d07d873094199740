package nl.sluis.adapter.partners.edifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.Translation;
import org.junit.jupiter.api.Test;

class EdifactContractTest implements PartnerAdapterContract {

    @Override
    public PartnerAdapter adapter() {
        return new EdifactAdapter();
    }

    @Override
    public List<Sample> samples() {
        return List.of(
                Sample.of("gp-medvry-noah.edi", EdifactAdapter.MEDIA_TYPE),
                Sample.of("lab-medlab-noah.edi", EdifactAdapter.MEDIA_TYPE));
    }

    /** Every element that has something in it; the delimiters of UNA are no element. */
    @Override
    public List<String> leaves(Sample sample) {
        List<String> leaves = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (String segment : sample.text().split("(?<!\\?)'\\s*")) {
            String[] elements = segment.split("(?<!\\?)\\+", -1);
            if (elements[0].startsWith("UNA")) {
                continue;
            }
            // Numbers of nesting behind a tag are no element
            String tag = elements[0].substring(0, 3);
            String path = tag + "[" + seen.merge(tag, 1, Integer::sum) + "].";
            for (int i = 1; i < elements.length; i++) {
                String[] components = elements[i].split("(?<!\\?):", -1);
                for (int j = 0; j < components.length; j++) {
                    if (!components[j].isEmpty()) {
                        leaves.add(path + i + (components.length > 1 ? "." + (j + 1) : ""));
                    }
                }
            }
        }
        return leaves;
    }

    /** The interchange says itself in what it is written; bytes that are something else are refused. */
    @Test
    @Override
    public void refusesOtherCharacterSets() {
        String text = samples().get(0).text();
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16)) {
            assertThat(PartnerAdapterContract.codes(read(text.getBytes(charset))))
                    .containsExactly("NOT_EDIFACT");
        }
        String accented = text.replace("Sanne", "Sann\u00e9");
        assertThat(read(accented.getBytes(StandardCharsets.ISO_8859_1))).isInstanceOf(Translation.Translated.class);
        byte[] ascii = accented.replace("UNOC", "UNOA").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(PartnerAdapterContract.codes(read(ascii))).containsExactly("WRONG_CHARSET");
        byte[] other = text.replace("UNOC", "UNOY").getBytes(StandardCharsets.UTF_8);
        assertThat(PartnerAdapterContract.codes(read(other))).containsExactly("CHARSET_NOT_SUPPORTED");
    }

    @Test
    @Override
    public void refusesWhatIsNestedWithoutEnd() {
        String deep = samples().get(0).text().replace("Geachte collega,", ":+".repeat(100_000));
        assertThat(read(deep.getBytes(StandardCharsets.UTF_8))).isNotNull();
    }

    private Translation read(byte[] bytes) {
        return adapter().read(new Payload(EdifactAdapter.MEDIA_TYPE, bytes));
    }
}
