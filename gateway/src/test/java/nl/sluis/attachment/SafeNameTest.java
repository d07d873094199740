package nl.sluis.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

/** What a sender may write in a title or a media type, and what a browser of the recipient gets to see of it. */
class SafeNameTest {

    private static final String PDF = "application/pdf";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tekening                  | Tekening.pdf",
                "verslag.pdf               | verslag.pdf",
                "../../etc/passwd          | _.._etc_passwd.pdf",
                "..\\..\\autoexec          | _.._autoexec.pdf",
                "C:\\Windows\\x            | C_Windows_x.pdf",
                "file:///etc/passwd        | file_etc_passwd.pdf",
                "rekening.pdf.exe          | rekening.pdf.exe.pdf",
                "a\"; filename=\"x.html    | a_ filename_x.html.pdf",
                "x' onerror='y             | x_ onerror_y.pdf",
                "nul                       | _nul.pdf",
                "COM1.txt                  | _COM1.txt.pdf",
                "....                      | bijlage.pdf",
                "///                       | _.pdf",
                "Café Zoë                  | Café Zoë.pdf",
            })
    void isAPlainNameThatEndsAsItsTypeDoes(String title, String name) {
        assertThat(SafeName.of(title, PDF).name()).isEqualTo(name);
    }

    static Stream<String> hostile() {
        return Stream.of(
                "gnp.\u202efdp.exe", // right-to-left override: reads exe.pdf.png
                "\u2066gnp\u2069",
                "a\r\nSet-Cookie: b=c",
                "a\nb",
                "a\u0000b",
                "a\u2028b",
                "a\u200bb\ufeff",
                "a\uff0fb", // full width solidus
                "a\u2215b",
                "<script>alert(1)</script>",
                "x".repeat(119) + "\ud83d\ude00y",
                "%2e%2e%2f%0d%0a",
                "=?UTF-8?Q?=0D=0A?=",
                "\u0000");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void holdsNothingThatABrowserOrADiskReadsInAnotherWay(String title) {
        SafeName safe = SafeName.of(title, PDF);
        assertThat(safe.name()).matches("[\\p{L}\\p{N} ._()-]+\\.pdf").hasSizeLessThan(130);
        assertThat(safe.disposition())
                .startsWith("attachment; ")
                .matches("[\\x20-\\x7e]+")
                .doesNotContain("\r", "\n", "/", "\\", "<", ">");
        assertThat(safe.disposition().chars().filter(c -> c == '"').count()).isEqualTo(2);
    }

    @Test
    void aLetterWithAnAccentStaysOneLetter() {
        assertThat(SafeName.of("Zoe\u0308", PDF).name()).isEqualTo("Zo\u00eb.pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "image/svg+xml",
                "application/xhtml+xml",
                "text/javascript",
                "application/pdf; charset=x",
                "application/pdf\r\nX: y",
                "APPLICATION/PDF ",
                "",
                "x",
                "application/x-msdownload"
            })
    void whatIsNotKnownToBeHarmlessIsBytesAndNothingElse(String mediaType) {
        SafeName safe = SafeName.of("pagina.html", mediaType);
        assertThat(safe.type()).isEqualTo(MediaType.APPLICATION_OCTET_STREAM);
        assertThat(safe.name()).isEqualTo("pagina.html.bin");
    }
}
