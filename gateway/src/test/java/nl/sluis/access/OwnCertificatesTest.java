package nl.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import nl.sluis.node.NodeSettings;
import nl.sluis.testing.Certificates;
import nl.sluis.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCertificatesTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.DAYS);
    private static final Path LASTING =
            Certificates.of("lasting", NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(300)));
    private static final Path SHORT =
            Certificates.of("short", NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(40)));

    private final SettableClock clock = new SettableClock(NOW);

    @TempDir
    Path files;

    @Test
    void isSaidToRunOutFromTheNoticeOnAndNoMoreOnceItIsRenewed() throws IOException {
        Path system = copied(SHORT, "system.pem");
        OwnCertificates own = own(LASTING, LASTING, system);

        clock.advance(Duration.ofDays(9));
        assertThat(own.runningOut()).isEmpty();
        clock.advance(Duration.ofDays(2));
        assertThat(own.runningOut()).containsOnlyKeys("sluis.access.systems[0].certificate");
        assertThat(own.runningOut().values())
                .allSatisfy(day -> assertThat(day)
                        .isBetween(day(NOW.plus(Duration.ofDays(39))), day(NOW.plus(Duration.ofDays(41)))));
        clock.advance(Duration.ofDays(60));
        assertThat(own.runningOut()).as("also when it has run out").hasSize(1);

        Files.copy(LASTING, system, StandardCopyOption.REPLACE_EXISTING);
        assertThat(own.runningOut()).isEmpty();
    }

    @Test
    void everyCertificateThatTheOrganisationRenewsItselfIsLookedAt() {
        clock.advance(Duration.ofDays(20));
        assertThat(own(SHORT, SHORT, SHORT).runningOut())
                .containsOnlyKeys(
                        "sluis.node.tls.certificate",
                        "sluis.node.keys.seal-certificate",
                        "sluis.node.keys.more[0].certificate",
                        "sluis.node.keys.hybrid[0].agreement-certificate",
                        "sluis.node.keys.hybrid[0].kem-certificate",
                        "sluis.access.systems[0].certificate");
    }

    @Test
    void aFileThatCannotBeReadNowStopsNothing() {
        assertThat(own(files.resolve("none.pem"), LASTING, LASTING).runningOut())
                .isEmpty();
    }

    private OwnCertificates own(Path tls, Path seal, Path system) {
        NodeSettings.Keys keys = new NodeSettings.Keys(
                seal,
                seal,
                seal,
                List.of(new NodeSettings.Seal(seal, seal, null)),
                List.of(new NodeSettings.Hybrid(seal, seal, seal, seal)));
        return new OwnCertificates(
                new NodeSettings.Tls(tls, tls, tls),
                keys,
                new AccessSettings(List.of(new AccessSettings.SystemEntry("files", system, Set.of()))),
                new CertificateSettings(Duration.ofDays(30)),
                clock);
    }

    private Path copied(Path from, String name) throws IOException {
        return Files.copy(from, files.resolve(name));
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
