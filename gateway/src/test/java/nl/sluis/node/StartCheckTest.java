package nl.sluis.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.Regime;
import nl.sluis.certs.CertificateUse;
import nl.sluis.certs.PkiFiles;
import nl.sluis.node.NodeSettings.Mode;
import nl.sluis.seal.TestSeals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

class StartCheckTest {

    private static final PkiFiles PKI = TestSeals.pki();
    private static final Path KEY = PKI.key("school", CertificateUse.NODE);

    @TempDir
    Path directory;

    @Test
    void aDevelopmentCertificateStopsTheStartInProduction() {
        assertThatThrownBy(() -> StartCheck.require(settings(Mode.PRODUCTION, KEY, "")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("sluis.node.tls.certificate: a development certificate");
        assertThatCode(() -> StartCheck.require(settings(Mode.DEMO, KEY, ""))).doesNotThrowAnyException();
    }

    @Test
    void theEntryAddressOfTheDemoStopsTheStartInProduction() {
        assertThatThrownBy(() -> StartCheck.require(settings(Mode.PRODUCTION, KEY, "open")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("sluis.node.entry-key: allowed in demo mode only");
        assertThatCode(() -> StartCheck.require(settings(Mode.DEMO, KEY, "open")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"rw-r--r--, true", "rw--w--w-, true", "rw-r-----, false", "rw-------, false"})
    void aKeyThatEveryUserCanReachStopsTheStartInProduction(String permissions, boolean stops) throws IOException {
        Path key = Files.copy(KEY, directory.resolve("node.key"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(permissions));
        assertThatThrownBy(() -> StartCheck.require(settings(Mode.PRODUCTION, key, "")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        stops ? "sluis.node.tls.private-key: every user" : "sluis.node.tls.certificate: a development");
        assertThatCode(() -> StartCheck.require(settings(Mode.DEMO, key, ""))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.ssl.enabled=false",
                "server.ssl.client-auth=none",
                "server.ssl.bundle=mine",
                "spring.ssl.bundle.pem.node.options.enabled-protocols=TLSv1.3,TLSv1.2",
                "spring.ssl.bundle.pem.node.options.enabled-protocols[0]=TLSv1.1",
                "management.server.address=0.0.0.0",
                "management.endpoints.web.exposure.include=*",
                "management.endpoints.web.exposure.include=health,heapdump",
                "spring.servlet.multipart.enabled=true",
                "spring.jmx.enabled=true",
                "debug=true",
                "logging.level.root=DEBUG",
                "logging.level.org.springframework.web=trace",
                "logging.level.ca.uhn.fhir=warn"
            })
    void aSettingThatLoosensTheNodeIsNamedWithoutItsValue(String setting) {
        String key = setting.substring(0, setting.indexOf('='));
        String value = setting.substring(setting.indexOf('=') + 1);
        assertThat(Loosened.faults(new MockEnvironment().withProperty(key, value)))
                .singleElement()
                .asString()
                .startsWith(key.replace("[0]", ""))
                .doesNotContain(value);
    }

    @Test
    void whatTheProgramSaysItselfIsStrictEnough() throws IOException {
        MockEnvironment environment = new MockEnvironment();
        new org.springframework.boot.env.YamlPropertySourceLoader()
                .load("program", new org.springframework.core.io.ClassPathResource("application.yml"))
                .forEach(environment.getPropertySources()::addLast);
        assertThat(environment.getProperty("server.ssl.client-auth")).isEqualTo("want");
        assertThat(Loosened.faults(environment)).isEmpty();
        assertThat(Loosened.faults(new MockEnvironment())).isEmpty();
    }

    private static NodeSettings settings(Mode mode, Path key, String entryKey) {
        Path certificate = PKI.certificate("school", CertificateUse.NODE);
        return new NodeSettings(
                mode,
                "school",
                "School",
                OrganisationType.SCHOOL,
                Regime.AVG,
                TestSeals.holder("school").oin(),
                1,
                2,
                new NodeSettings.Tls(certificate, key, PKI.ca()),
                new NodeSettings.Keys(certificate, KEY, PKI.storageKey("school")),
                List.of(),
                DataSize.ofMegabytes(1),
                entryKey);
    }
}
