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

    /** A small document must not become an account of gigabytes: each node there is named by its whole place. */
    @Test
    default void refusesMoreOrLongerPlacesThanAnAccountCanName() {
        String longest = "n".repeat(190);
        String nested = ("<" + longest + ">").repeat(60) + "<a/>".repeat(20_000) + ("</" + longest + ">").repeat(60);
        assertThat(codes(nested)).containsExactly("TOO_MANY_NODES");
        assertThat(codes("<a>" + "<a/>".repeat(500_000) + "</a>")).containsExactly("TOO_MANY_NODES");
        assertThat(codes("<" + "n".repeat(900) + "/>")).containsExactly("NOT_XML");
    }

    private List<String> codes(String xml) {
        return PartnerAdapterContract.codes(
                adapter().read(new Payload(xmlSample().mediaType(), xml.getBytes(StandardCharsets.UTF_8))));
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
