package nl.sluis.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.certs.CertificateUse;
import nl.sluis.certs.PkiFiles;
import nl.sluis.directory.DirectorySettings.Entry;
import nl.sluis.seal.TestSeals;
import nl.sluis.testing.Certificates;
import nl.sluis.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevocationsTest {

    private static final PkiFiles PKI = TestSeals.pki();
    private static final X509Certificate GOOD = TestSeals.certificate("school", CertificateUse.NODE);
    private static final X509Certificate REVOKED = TestSeals.certificate("revoked", CertificateUse.NODE);
    private static final X509Certificate OF_ANOTHER = TestSeals.certificate("other-ca", CertificateUse.NODE);

    private final SettableClock clock = new SettableClock(Instant.now());
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @TempDir
    Path directory;

    @Test
    void whatTheListNamesCountsNoMoreAndWhatItDoesNotNameCounts() {
        Revocations revocations = by(true, PKI.crl().toString()).revocations();
        assertThat(revocations.counts(GOOD)).isTrue();
        assertThat(revocations.counts(REVOKED)).isFalse();
        assertThat(revocations.since(REVOKED)).isPresent();
        assertThat(revocations.since(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofWhatCannotBeToldTheSettingDecidesAndTheMetricCounts(boolean hard) {
        Revocations revocations = by(hard, PKI.crl().toString()).revocations();
        assertThat(revocations.counts(OF_ANOTHER)).isEqualTo(!hard);
        assertThat(metrics.counter("sluis.revocation.unknown").count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aListWhoseDayHasPassedClearsNobodyAndStillTakesBackWhomItNames(boolean hard) {
        Revocations revocations = by(hard, PKI.crl().toString()).revocations();
        clock.advance(Duration.ofDays(500));
        assertThat(revocations.counts(GOOD)).isEqualTo(!hard);
        assertThat(revocations.counts(REVOKED)).isFalse();
        assertThat(revocations.lists().overdue(clock.instant())).isEqualTo(1);
    }

    @Test
    void withoutAListNothingIsCheckedAndNothingIsRefused() {
        Revocations revocations = by(true).revocations();
        assertThat(revocations.counts(OF_ANOTHER)).isTrue();
        assertThat(metrics.counter("sluis.revocation.unknown").count()).isZero();
    }

    @Test
    void aListThatIsNobodysOrNoneIsNotUsedAndItsSettingIsNamed() throws IOException {
        Path garbage = Files.writeString(directory.resolve("garbage.pem"), "-----BEGIN X509 CRL-----");
        Reading reading = by(
                true,
                garbage.toString(),
                directory.resolve("none").toString(),
                PKI.ca().toString());
        assertThat(reading.watch().faults())
                .containsEntry("sluis.revocation.lists[0]", "is no revocation list")
                .containsEntry("sluis.revocation.lists[1]", "cannot be read")
                .containsEntry("sluis.revocation.lists[2]", "is no revocation list");
        assertThat(reading.revocations().counts(GOOD)).isFalse();
        // A list of somebody else's authority
        RevocationSettings settings = settings(true, PKI.crl().toString());
        RevocationWatch ofAnother =
                new RevocationWatch(reading.revocations(), settings, () -> List.of(Certificates.read(PKI.otherCa())));
        ofAnother.look();
        assertThat(ofAnother.faults().values()).containsExactly("is signed by no authority of sluis.node.tls.trust");
    }

    @Test
    void theLastGoodListStaysWhenItsFileIsSpoiltAndComesBack() throws IOException {
        Path file = directory.resolve("list.pem");
        Files.copy(PKI.crl(), file);
        Reading reading = by(true, file.toString());
        Files.writeString(file, "spoilt");
        reading.watch().look();
        assertThat(reading.watch().faults()).hasSize(1);
        assertThat(reading.revocations().counts(REVOKED)).isFalse();
        assertThat(reading.revocations().counts(GOOD)).isTrue();
        Files.copy(PKI.crl(), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        reading.watch().look();
        assertThat(reading.watch().faults()).isEmpty();
    }

    @Test
    void aListIsFetchedFromItsAddressAndFollowedNowhere() throws IOException {
        byte[] list = Files.readAllBytes(PKI.crl());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/list", exchange -> {
            exchange.sendResponseHeaders(200, list.length);
            exchange.getResponseBody().write(list);
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/list");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/large", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                for (int i = 0; i <= RevocationWatch.LARGEST / 65_536; i++) {
                    exchange.getResponseBody().write(new byte[65_536]);
                }
            } finally {
                exchange.close();
            }
        });
        server.start();
        try {
            String base = "http://localhost:" + server.getAddress().getPort();
            Reading reading = by(true, base + "/list", base + "/moved", base + "/large", base + "/none");
            assertThat(reading.watch().faults())
                    .containsOnlyKeys(
                            "sluis.revocation.lists[1]", "sluis.revocation.lists[2]", "sluis.revocation.lists[3]")
                    .containsEntry("sluis.revocation.lists[1]", "is answered with status 302");
            assertThat(reading.revocations().counts(REVOKED)).isFalse();
            assertThat(reading.revocations().counts(GOOD)).isTrue();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void nothingIsSealedToACertificateThatWasTakenBackAndItsHolderIsNotLetIn() {
        Revocations revocations = by(true, PKI.crl().toString()).revocations();
        Directory listed = new Directory(
                new DirectorySettings(List.of(entry("revoked", "1"), entry("school", "2"))), clock, revocations);
        assertThat(listed.find(new OrganisationId("revoked"))).isEmpty();
        assertThat(listed.findByOin("00000099000000000001")).isEmpty();
        assertThat(listed.lapsed(new OrganisationId("revoked"))).isTrue();
        assertThat(listed.lastKnown(new OrganisationId("revoked"))).isPresent();
        assertThat(listed.find(new OrganisationId("school"))).isPresent();
    }

    /** What was read by whom. */
    private record Reading(Revocations revocations, RevocationWatch watch) {}

    private Reading by(boolean hard, String... lists) {
        RevocationSettings settings = settings(hard, lists);
        Revocations revocations = new Revocations(settings, Responders.none(), clock, metrics);
        RevocationWatch watch = new RevocationWatch(revocations, settings, () -> List.of(Certificates.read(PKI.ca())));
        watch.look();
        return new Reading(revocations, watch);
    }

    private static RevocationSettings settings(boolean hard, String... lists) {
        return new RevocationSettings(List.of(lists), List.of(), hard, Duration.ofMinutes(5));
    }

    private static Entry entry(String name, String number) {
        return new Entry(
                name,
                name,
                OrganisationType.HOUSING,
                "0000009900000000000" + number,
                URI.create("https://localhost"),
                PKI.certificate(name, CertificateUse.SEAL),
                null,
                null,
                List.of());
    }
}
