package nl.sluis.seal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundariesTest {

    /** Also where they overlap, and with one more than are parsed. */
    @ParameterizedTest
    @CsvSource({
        "; boundary=x, --x, 1000, true",
        "; boundary=x, --x, 1001, false",
        "; boundary=--, -, 1003, true",
        "; boundary=--, -, 1004, false",
        "; boundary=other, --x, 5000, true",
        "'', --x, 1, false"
    })
    void countsWhatMayBeABoundaryAndParsesNoneWithoutAName(String named, String line, int times, boolean few)
            throws Exception {
        assertThat(Boundaries.areFew(part(named, line.repeat(times)))).isEqualTo(few);
    }

    @ParameterizedTest
    @CsvSource({"70, true", "71, false"})
    void parsesNoneThatIsLongerThanTheStandardAllows(int length, boolean few) throws Exception {
        assertThat(Boundaries.areFew(part("; boundary=" + "y".repeat(length), "--y")))
                .isEqualTo(few);
    }

    private static MimeBodyPart part(String named, String content) throws Exception {
        InternetHeaders headers = new InternetHeaders();
        headers.addHeader("Content-Type", "multipart/mixed" + named);
        return new MimeBodyPart(headers, content.getBytes(StandardCharsets.US_ASCII));
    }
}
