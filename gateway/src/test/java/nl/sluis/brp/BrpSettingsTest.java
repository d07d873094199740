package nl.sluis.brp;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.testing.Certificates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator cannot write by mistake. */
class BrpSettingsTest {

    private static final String URL = "https://brp.example.org/haalcentraal/api/brp";
    private static final Path FILE = Certificates.lasting("brp");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://brp.example.org/geheim",
                "https://geheim@brp.example.org/brp",
                "https://brp.example.org/brp#geheim",
                "https://brp.example.org/brp?geheim=1",
                "https:/geheim"
            })
    void refusesAnAddressThatIsNoneWithoutTellingIt(String url) {
        refuses(settings(url, FILE, FILE, Map.of(), "10s"), "url");
    }

    @ParameterizedTest
    @CsvSource({"geheim name,x", "Authorization,Bearer geheim", "HOST,geheim", "x-doelbinding,geheim\u00e9", "x-y,''"})
    void refusesAHeaderThatCannotBeSet(String name, String value) {
        refuses(settings(URL, FILE, FILE, Map.of(name, value), "10s"), "headers");
    }

    @Test
    void refusesACertificateWithoutItsKeyAndAFileThatIsNotThere() {
        refuses(settings(URL, FILE, null, Map.of(), "10s"), "certificate");
        refuses(settings(URL, null, FILE, Map.of(), "10s"), "certificate");
        refuses(settings(URL, FILE, Path.of("geheim"), Map.of(), "10s"), "private-key");
        refuses(settings(URL, FILE, FILE, Map.of(), "31s"), "timeout");
        refuses(settings(URL, FILE, FILE, Map.of(), "1ms"), "timeout");
    }

    @ParameterizedTest
    @EnumSource(names = {"HOUSING", "CREDITOR", "OTHER"})
    void refusesAnOrganisationWithoutAPublicTaskToAskBy(OrganisationType type) {
        assertThatThrownBy(() -> settings(URL, FILE, FILE, Map.of(), "10s").require(type))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("sluis.registers.brp.url: ");
    }

    @Test
    void takesWhatIsRightAndNothingAtAll() {
        assertThatCode(() -> settings(URL, FILE, FILE, Map.of("x-doelbinding", "Jeugdhulp 2015"), "10s")
                        .require(OrganisationType.WIJKTEAM))
                .doesNotThrowAnyException();
        assertThatCode(() -> settings(null, null, null, Map.of(), "10s").require(OrganisationType.HOUSING))
                .doesNotThrowAnyException();
    }

    private static void refuses(BrpSettings settings, String key) {
        assertThatThrownBy(() -> settings.require(OrganisationType.WIJKTEAM))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("sluis.registers.brp." + key + ": ")
                .hasMessageNotContaining("geheim");
    }

    private static BrpSettings settings(
            @Nullable String url,
            @Nullable Path certificate,
            @Nullable Path key,
            Map<String, String> headers,
            String timeout) {
        return new BrpSettings(
                url == null ? null : URI.create(url),
                certificate,
                key,
                null,
                null,
                null,
                headers,
                Duration.parse("PT" + timeout.replace("1ms", "0.001s")));
    }
}
