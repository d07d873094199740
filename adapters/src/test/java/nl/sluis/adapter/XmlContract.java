package nl.sluis.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Beside {@link PartnerAdapterContract}, for formats in XML. */
public interface XmlContract {

    PartnerAdapter adapter();

    /** A document in XML that the adapter reads. */
    Sample xmlSample();

    @Test
    default void readsNoFileAndNoNetworkThroughAnEntity() throws IOException {
        Path secret = Files.createTempFile("secret", ".txt");
        Files.writeString(secret, "Zqxmarker");
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        refused(entity, "&e;");
        refused("<!DOCTYPE x SYSTEM \"http://localhost:1/x.dtd\">", "x");
        refused("<!DOCTYPE x [<!ENTITY % p SYSTEM \"" + secret.toUri() + "\"> %p;]>", "x");
        Files.delete(secret);
    }

    @Test
    default void doesNotLaughABillionTimes() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a" + i + " \"&a" + (i - 1) + ";&a" + (i - 1) + ";\">");
        }
        refused(laughs + "]>", "&a29;");
    }

    private void refused(String doctype, String text) {
        String sample = xmlSample().text().replaceFirst("<\\?xml[^>]*\\?>", "");
        String attacked =
                doctype + sample.replaceFirst("Mila|Sanne|Noah", java.util.regex.Matcher.quoteReplacement(text));
        Translation translation =
                adapter().read(new Payload(xmlSample().mediaType(), attacked.getBytes(StandardCharsets.UTF_8)));
        assertThat(PartnerAdapterContract.codes(translation)).isEqualTo(List.of("DOCTYPE_FORBIDDEN"));
        assertThat(translation.toString()).doesNotContain("Zqxmarker");
    }
}
