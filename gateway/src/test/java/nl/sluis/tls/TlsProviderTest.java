package nl.sluis.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.sluis.testing.TlsScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.ssl.SslBundle;

/** TLS of Bouncy Castle beside the platform's: the same is taken, and a hybrid group where both sides have it. */
class TlsProviderTest {

    private static final int TLS_13 = 0x0304;

    /** It tells of each hello that is refused; held here, since a logger that nobody holds forgets its level. */
    private static final Logger TALK = Logger.getLogger("org.bouncycastle.jsse");

    static {
        TALK.setLevel(Level.OFF);
    }

    @ParameterizedTest
    @CsvSource({
        "BOUNCY_CASTLE, BOUNCY_CASTLE, X25519MLKEM768",
        "BOUNCY_CASTLE, JDK, x25519",
        "JDK, BOUNCY_CASTLE, x25519"
    })
    void bothSidesGetTheBestGroupThatBothHave(TlsProvider caller, TlsProvider called, String group) throws Exception {
        SimpleMeterRegistry ofPort = new SimpleMeterRegistry();
        SimpleMeterRegistry ofCalls = new SimpleMeterRegistry();
        try (TestPort port = new TestPort(TestTls.by(called, ofPort));
                HttpClient client = client(TestTls.by(caller, ofCalls))) {
            // Larger than a record, both ways
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + port.port() + "/"))
                            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[100_000]))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(404);
        }
        assertThat(ofCalls.counter("sluis.tls.handshakes", "side", "client", "group", group)
                        .count())
                .isEqualTo(1);
        await().untilAsserted(() -> assertThat(ofPort.counter("sluis.tls.handshakes", "side", "server", "group", group)
                        .count())
                .isEqualTo(1));
    }

    @Test
    void takesTheHybridGroupBesidesAndNothingMore() throws IOException {
        try (TestPort port = new TestPort(TestTls.by(TlsProvider.BOUNCY_CASTLE))) {
            TlsScan scan = new TlsScan(port.port());
            assertThat(scan.suites(TLS_13)).isEqualTo(Set.of(0x1302, 0x1303));
            assertThat(scan.groups(TLS_13)).isEqualTo(Set.of(0x11ec, 0x001d, 0x0017, 0x0018, 0x0019, 0x001e));
            for (int version : TlsScan.VERSIONS.subList(0, 4)) {
                assertThat(scan.suites(version))
                        .as(Integer.toHexString(version))
                        .isEmpty();
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
}
