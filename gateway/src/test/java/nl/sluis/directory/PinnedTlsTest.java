package nl.sluis.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.certs.CertificateUse;
import nl.sluis.certs.PkiFiles;
import nl.sluis.seal.TestSeals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

class PinnedTlsTest {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final PkiFiles PKI = TestSeals.pki();

    @Test
    void tellsWhenTheNodesCertificatesWereRenewed() {
        DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();
        bundles.registerBundle("node", SslBundle.of(SslStoreBundle.NONE));
        PinnedTls tls = new PinnedTls(bundles);
        assertThat(tls.renewals()).isZero();
        bundles.updateBundle("node", SslBundle.of(SslStoreBundle.NONE));
        assertThat(tls.renewals()).isEqualTo(1);
    }

    @Test
    void shakesHandsWithTheNodeOfThatPartner() throws IOException {
        assertThat(connected("school")).isEqualTo("TLSv1.3");
    }

    /** Each of them is of the right authority and names this host. */
    @ParameterizedTest
    @ValueSource(strings = {"huisarts", "wrong-oin"})
    void refusesTheNodeOfAnotherOrganisation(String server) {
        assertThatThrownBy(() -> connected(server)).isInstanceOf(SSLException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "other-ca"})
    void refusesACertificateThatIsNotTrusted(String server) {
        assertThatThrownBy(() -> connected(server)).isInstanceOf(SSLException.class);
    }

    /** What the handshake of the team's node, which wants the school's, comes to with this server. */
    private static String connected(String server) throws IOException {
        PinnedTls tls = new PinnedTls(bundles("wijkteam"));
        try (SSLServerSocket listening = (SSLServerSocket) bundles(server)
                .getBundle("node")
                .createSslContext()
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listening.setSoTimeout(PATIENCE_MILLIS);
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> answerOne(listening));
            try (SSLSocket socket = (SSLSocket)
                    tls.contextFor(school()).getSocketFactory().createSocket("localhost", listening.getLocalPort())) {
                socket.setSoTimeout(PATIENCE_MILLIS);
                SSLParameters parameters = tls.parameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                return socket.getSession().getProtocol();
            } finally {
                served.exceptionally(refused -> null).join();
            }
        }
    }

    private static void answerOne(SSLServerSocket listening) {
        try (SSLSocket accepted = (SSLSocket) listening.accept()) {
            accepted.startHandshake();
        } catch (IOException e) {
            // The other side says why
            return;
        }
    }

    private static DefaultSslBundleRegistry bundles(String holder) {
        DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();
        bundles.registerBundle(
                "node",
                SslBundle.of(new PemSslStoreBundle(
                        PemSslStoreDetails.forCertificate("file:" + PKI.certificate(holder, CertificateUse.NODE))
                                .withPrivateKey("file:" + PKI.key(holder, CertificateUse.NODE)),
                        PemSslStoreDetails.forCertificate("file:" + PKI.ca()))));
        return bundles;
    }

    private static Partner school() {
        return new Partner(
                TestSeals.organisation("school"),
                "School",
                OrganisationType.SCHOOL,
                TestSeals.holder("school").oin(),
                URI.create("https://localhost"),
                TestSeals.certificate("school", CertificateUse.SEAL),
                null);
    }
}
