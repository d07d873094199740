package nl.sluis.certs;

import static nl.sluis.certs.CertificateUse.NODE;
import static nl.sluis.certs.CertificateUse.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS 1.3 with certificates on both sides: who gets in, and who does not. */
class MutualTlsTest {

    @TempDir
    static Path directory;

    private static Loopback loopback;

    @BeforeAll
    static void make() throws IOException {
        loopback = new Loopback(DevelopmentPki.generate(directory, Holder.lindedam()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "::1"})
    void nodesReachEachOtherByEveryLoopbackName(String host) throws Exception {
        assertThat(loopback.handshake("wijkteam", NODE, "school", NODE, host)).isEqualTo("TLSv1.3");
    }

    @Test
    void anOwnSystemReachesItsNode() throws Exception {
        assertThat(loopback.handshake("school", NODE, "school", SYSTEM, "localhost"))
                .isEqualTo("TLSv1.3");
    }

    @Test
    void aWrongOinIsAGoodChainSoOnlyTheNodeItselfCanRefuseIt() throws Exception {
        assertThat(loopback.handshake("school", NODE, "wrong-oin", SYSTEM, "localhost"))
                .isEqualTo("TLSv1.3");
    }

    @ParameterizedTest
    @CsvSource({
        "expired, NODE", "expired, SYSTEM",
        "revoked, NODE", "revoked, SYSTEM",
        "other-ca, NODE", "other-ca, SYSTEM",
        "school, SEAL"
    })
    void aBadClientIsRefused(String client, CertificateUse use) {
        assertThatThrownBy(() -> loopback.handshake("wijkteam", NODE, client, use, "localhost"))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(SocketTimeoutException.class);
    }

    @ParameterizedTest
    @CsvSource({"expired, NODE", "revoked, NODE", "other-ca, NODE", "school, SYSTEM", "school, SEAL"})
    void aBadServerIsRefused(String server, CertificateUse use) {
        assertThatThrownBy(() -> loopback.handshake(server, use, "school", NODE, "localhost"))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(SocketTimeoutException.class);
    }
}
