package nl.sluis.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import nl.sluis.testing.TlsHello;
import nl.sluis.testing.TlsScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.ssl.SslBundle;

/** What the port of a node takes, and what its calls offer, by level. */
class NodeProtocolTest {

    private static final int TLS_12 = 0x0303;
    private static final int TLS_13 = 0x0304;
    private static final List<Integer> OLDER = List.of(0x0300, 0x0301, 0x0302);
    private static final Set<Integer> GROUPS = Set.of(0x001d, 0x0017, 0x0018, 0x0019, 0x001e);
    private static final int FFDHE_2048 = 0x0100;
    private static final int ECDHE_ECDSA_AES_128_CBC_SHA = 0xc009;

    @Test
    void atTheLevelSufficientItTakesTls12WithEphemeralKeysAndAuthenticatedEncryptionOnly() throws IOException {
        try (TestPort port = new TestPort(TestTls.at(TlsLevel.SUFFICIENT, new SimpleMeterRegistry()))) {
            TlsScan scan = new TlsScan(port.port());
            assertThat(scan.suites(TLS_13)).isEqualTo(Set.of(0x1301, 0x1302, 0x1303));
            assertThat(scan.suites(TLS_12)).isEqualTo(Set.of(0xc02b, 0xc02c, 0xcca9));
            assertThat(scan.groups(TLS_12)).isEqualTo(GROUPS);
            for (int version : OLDER) {
                assertThat(scan.suites(version))
                        .as(Integer.toHexString(version))
                        .isEmpty();
            }
        }
    }

    @Test
    void keepsToItsProfileWhenItsCertificateWasRenewed() throws IOException {
        try (TestPort port = new TestPort(TestTls.good())) {
            port.renew();
            TlsScan scan = new TlsScan(port.port());
            assertThat(scan.suites(TLS_13)).isEqualTo(Set.of(0x1302, 0x1303));
            assertThat(scan.groups(TLS_13)).isEqualTo(GROUPS);
            assertThat(scan.suites(TLS_12)).isEmpty();
        }
    }

    /** Without this the tests above would pass for a scan that sees nothing. */
    @Test
    void thePortOfTheContainerTakesMoreAndTheScanSeesIt() throws IOException {
        try (TestPort port = new TestPort(null)) {
            TlsScan scan = new TlsScan(port.port());
            assertThat(scan.groups(TLS_13)).contains(FFDHE_2048);
            assertThat(scan.suites(TLS_12)).contains(ECDHE_ECDSA_AES_128_CBC_SHA);
        }
    }

    @ParameterizedTest
    @EnumSource(TlsLevel.class)
    void callsOfferTheSameAndNothingElse(TlsLevel level) throws IOException {
        TlsHello.Offer offer = offered(TestTls.at(level, new SimpleMeterRegistry()));
        assertThat(Set.copyOf(offer.groups())).isEqualTo(GROUPS);
        if (level == TlsLevel.GOOD) {
            assertThat(offer.versions()).containsExactly(TLS_13);
            assertThat(offer.suites()).containsExactly(0x1302, 0x1303);
        } else {
            assertThat(offer.versions()).containsExactly(TLS_13, TLS_12);
            assertThat(offer.suites())
                    .containsExactly(0x1302, 0x1303, 0x1301, 0xc02c, 0xcca9, 0xc02b, 0xc030, 0xcca8, 0xc02f);
        }
    }

    @Test
    void bothSidesCountWhichGroupAConnectionGot() throws Exception {
        SimpleMeterRegistry ofPort = new SimpleMeterRegistry();
        SimpleMeterRegistry ofCalls = new SimpleMeterRegistry();
        try (TestPort port = new TestPort(TestTls.at(TlsLevel.GOOD, ofPort));
                HttpClient client = client(TestTls.at(TlsLevel.GOOD, ofCalls))) {
            assertThat(client.send(request(port.port()), HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(ofCalls.counter("sluis.tls.handshakes", "side", "client", "group", "x25519")
                        .count())
                .isEqualTo(1);
        await().untilAsserted(
                        () -> assertThat(ofPort.counter("sluis.tls.handshakes", "side", "server", "group", "x25519")
                                        .count())
                                .isEqualTo(1));
    }

    /** What a client of that profile says first. */
    private static TlsHello.Offer offered(TlsProfile profile) throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpClient client = client(profile)) {
            CompletableFuture<HttpResponse<Void>> call =
                    client.sendAsync(request(listening.getLocalPort()), HttpResponse.BodyHandlers.discarding());
            try (Socket accepted = listening.accept()) {
                return TlsHello.offer(new DataInputStream(accepted.getInputStream()));
            } finally {
                call.cancel(true);
                client.shutdownNow();
            }
        }
    }

    private static HttpClient client(TlsProfile profile) {
        SslBundle own = TestPort.bundle("wijkteam");
        return HttpClient.newBuilder()
                .sslContext(profile.forCalls(own, own.getManagers().getTrustManagers()))
                .sslParameters(profile.parameters())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private static HttpRequest request(int port) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/"))
                .build();
    }
}
