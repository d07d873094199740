package nl.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.Regime;
import nl.sluis.node.NodeSettings;
import nl.sluis.node.NodeSettings.Mode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class LoginSettingsTest {

    @TempDir
    Path directory;

    private final Map<String, String> given = new HashMap<>();

    @BeforeEach
    void whole() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "x");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r-----"));
        given.putAll(Map.of(
                "sluis.login.issuer", "https://login.example.org/realms/lindedam",
                "sluis.login.client-id", "sluis",
                "sluis.login.client-secret", secret.toString(),
                "sluis.login.acr", "two",
                "sluis.login.roles[wijkteam-regisseur]", "regisseur"));
    }

    @Test
    void isOffUnlessThereIsAnIssuerAndWholeWithOne() {
        assertThat(bound().on()).isTrue();
        assertThat(bound().roles()).containsEntry("wijkteam-regisseur", Role.REGISSEUR);
        assertThat(bound().origin()).isEqualTo("https://login.example.org");
        assertThatCode(() -> bound().require(node(Mode.PRODUCTION))).doesNotThrowAnyException();
        given.clear();
        given.put("sluis.login.idle", "15m");
        assertThat(bound().on()).isFalse();
        assertThatCode(() -> bound().require(node(Mode.PRODUCTION))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, http://login.example.org",
        "issuer, http://localhost:8080",
        "client-id, ''",
        "acr, ''",
        "client-secret, /there-is-no-such-file",
        "idle, 9h",
        "idle, 0s"
    })
    void eachFaultStopsTheStartAndNamesItsKey(String key, String value) {
        given.put("sluis.login." + key, value);
        assertThatThrownBy(() -> bound().require(node(Mode.PRODUCTION)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("sluis.login." + key);
    }

    @Test
    void aDemoMayHaveItsProviderOnThisMachine() {
        given.put("sluis.login.issuer", "http://localhost:8080");
        assertThatCode(() -> bound().require(node(Mode.DEMO))).doesNotThrowAnyException();
        given.put("sluis.login.issuer", "http://elsewhere:8080");
        assertThatThrownBy(() -> bound().require(node(Mode.DEMO))).hasMessageStartingWith("sluis.login.issuer");
    }

    @Test
    void withoutRolesOrWithASecretForEverybodyItDoesNotStart() throws IOException {
        given.remove("sluis.login.roles[wijkteam-regisseur]");
        assertThatThrownBy(() -> bound().require(node(Mode.PRODUCTION))).hasMessageStartingWith("sluis.login.roles");
        whole();
        Files.setPosixFilePermissions(directory.resolve("secret"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> bound().require(node(Mode.PRODUCTION)))
                .hasMessageStartingWith("sluis.login.client-secret: every user");
    }

    private LoginSettings bound() {
        return new Binder(new MapConfigurationPropertySource(given))
                .bind("sluis.login", LoginSettings.class)
                .get();
    }

    private static NodeSettings node(Mode mode) {
        Path none = Path.of("none");
        return new NodeSettings(
                mode,
                "wijkteam",
                "Wijkteam",
                OrganisationType.WIJKTEAM,
                Regime.WMO,
                "00000001000000000001",
                1,
                2,
                new NodeSettings.Tls(none, none, none),
                new NodeSettings.Keys(none, none, none),
                List.of(),
                DataSize.ofMegabytes(1),
                "");
    }

    @Test
    void theDefaultsAreShort() {
        assertThat(bound().idle()).isEqualTo(Duration.ofMinutes(15));
        assertThat(bound().longest()).isEqualTo(Duration.ofHours(8));
    }
}
