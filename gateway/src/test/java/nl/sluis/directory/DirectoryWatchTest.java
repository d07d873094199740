package nl.sluis.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.certs.CertificateUse;
import nl.sluis.seal.TestSeals;
import nl.sluis.testing.Journal;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A directory that changes while the node runs. */
class DirectoryWatchTest {

    private static final OrganisationId EIK = new OrganisationId("de-eik");
    private static final OrganisationId LINDE = new OrganisationId("de-linde");

    private final Journal audit = new Journal();

    @TempDir
    Path home;

    private Path file = Path.of("");
    private Directory directory;
    private DirectoryWatch watch;

    @BeforeEach
    void start() throws IOException {
        file = home.resolve("directory.yml");
        write(entry("de-eik", "1"));
        DirectorySettings settings = new DirectorySettings(List.of(), file, Duration.ofSeconds(10));
        directory = new Directory(settings, Clock.systemUTC());
        watch = new DirectoryWatch(
                directory,
                settings,
                audit,
                new TransactionTemplate(new JdbcTransactionManager(TestDatabase.migrated())));
    }

    @Test
    void aChangeIsTakenOverWithoutARestartAndAuditedOnce() throws IOException {
        watch.look();
        assertThat(audit.audited()).isEmpty();

        write(entry("de-eik", "1") + "      until: 2020-01-31\n      successor: de-linde\n", entry("de-linde", "2"));
        watch.look();
        watch.look();
        assertThat(directory.find(LINDE)).isPresent();
        assertThat(directory.ended(EIK).orElseThrow().successor()).contains(LINDE);
        assertThat(audit.audited())
                .singleElement()
                .asString()
                .startsWith("directory.changed")
                .contains("changed=de-eik de-linde", "removed=")
                .doesNotContain("removed=de");
    }

    @Test
    void aCertificateThatIsReplacedInItsFileIsTakenOver() throws IOException {
        Path certificate = home.resolve("seal.pem");
        Files.copy(TestSeals.pki().certificate("school", CertificateUse.SEAL), certificate);
        write(entry("de-eik", "1", certificate));
        watch.look();
        Files.write(certificate, Files.readAllBytes(TestSeals.pki().certificate("wijkteam", CertificateUse.SEAL)));
        watch.look();
        assertThat(directory.find(EIK).orElseThrow().sealCertificate())
                .isEqualTo(TestSeals.certificate("wijkteam", CertificateUse.SEAL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "sluis:\n  directory: {", "sluis.directory.organisations: de-linde", "\t\t: x", "- a\n- b"})
    void theLastGoodOneStaysWhenTheFileIsSpoilt(String content) throws IOException {
        Files.writeString(file, content);
        watch.look();
        watch.look();
        assertThat(directory.find(EIK)).isPresent();
        assertThat(watch.refused())
                .hasValueSatisfying(fault -> assertThat(fault).startsWith("sluis.directory"));
        assertThat(audit.audited()).singleElement().asString().startsWith("directory.refused");

        write(entry("de-eik", "1"));
        watch.look();
        assertThat(watch.refused()).isEmpty();
    }

    @Test
    void aFaultInOneOrganisationKeepsTheWholeListingOut() throws IOException {
        write(entry("de-eik", "1"), entry("de-linde", "2").replace("https://", "http://"));
        watch.look();
        assertThat(directory.find(LINDE)).isEmpty();
        assertThat(watch.refused()).contains("sluis.directory.organisations[1].endpoint: https only");
        write(entry("de-eik", "1"), entry("de-linde", "not an OIN"));
        watch.look();
        assertThat(watch.refused().orElseThrow()).startsWith("sluis.directory").doesNotContain("not an OIN");
    }

    @Test
    void withoutItsEvidenceAChangeDoesNotHappen() throws IOException {
        audit.fill();
        write(entry("de-linde", "2"));
        try {
            watch.look();
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessageContaining("audit");
        }
        assertThat(directory.find(EIK)).isPresent();
        assertThat(directory.find(LINDE)).isEmpty();
    }

    @Test
    void aNodeDoesNotStartOnAFileThatIsNotThere() {
        assertThatThrownBy(() -> new Directory(
                        new DirectorySettings(List.of(), home.resolve("none.yml"), Duration.ofSeconds(10)),
                        Clock.systemUTC()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("sluis.directory.file: cannot be read");
    }

    private void write(String... entries) throws IOException {
        Files.writeString(file, "sluis:\n  directory:\n    organisations:\n" + String.join("", entries));
    }

    private static String entry(String id, String number) {
        return entry(id, number, TestSeals.pki().certificate("school", CertificateUse.SEAL));
    }

    private static String entry(String id, String number, Path certificate) {
        return """
            \s   - id: %s
                  name: De boom
                  type: HOUSING
                  oin: "0000009900000000000%s"
                  endpoint: https://localhost
                  seal-certificate: %s
            """.formatted(id, number, certificate);
    }
}
