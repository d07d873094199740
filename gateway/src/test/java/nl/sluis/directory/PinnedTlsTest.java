package nl.sluis.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import nl.sluis.certs.CertificateUse;
import nl.sluis.certs.PkiFiles;
import nl.sluis.seal.TestSeals;
import nl.sluis.tls.TestTls;
import nl.sluis.tls.TlsProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

class PinnedTlsTest {

    private static final PkiFiles PKI = TestSeals.pki();
    private static final OddCertificates ODD = odd();

    @Test
    void tellsWhenTheNodesCertificatesWereRenewed() {
        DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();
        bundles.registerBundle("node", SslBundle.of(SslStoreBundle.NONE));
        PinnedTls tls = new PinnedTls(bundles, TestRevocations.none(), TestTls.good());
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

    /** It carries the OIN of the team, whose node is wanted. */
    @Test
    void refusesACertificateThatWasTakenBack() throws IOException {
        assertThat(connected(
                        new PinnedTls(bundles("school"), TestRevocations.none(), TestTls.good()),
                        partner("wijkteam"),
                        bundles("revoked").getBundle("node")))
                .isEqualTo("TLSv1.3");
        for (TlsProvider provider : TlsProvider.values()) {
            assertThatThrownBy(() -> connected(
                            new PinnedTls(bundles("school"), TestRevocations.byListOf(PKI), TestTls.by(provider)),
                            partner("wijkteam"),
                            bundles("revoked").getBundle("node")))
                    .isInstanceOf(IOException.class);
        }
    }

    /** One fault each; without it the same server is taken, as the first row shows. */
    @ParameterizedTest
    @CsvSource({
        "none, true",
        "expired, false",
        "not yet valid, false",
        "self-signed, false",
        "of another authority, false",
        "names that its authority may not give, false",
        "SHA-1, false",
        "RSA of 1024 bits, false",
        "another OIN, false",
        "another key, false",
        "another host, false",
        "of a client, false"
    })
    void takesAServerOnlyWhenNothingIsWrongWithItsCertificate(String fault, boolean taken) throws Exception {
        for (TlsProvider provider : TlsProvider.values()) {
            takesAServer(fault, taken, provider);
        }
    }

    private static void takesAServer(String fault, boolean taken, TlsProvider provider) throws Exception {
        DefaultSslBundleRegistry own = new DefaultSslBundleRegistry();
        own.registerBundle("node", SslBundle.of(SslStoreBundle.of(null, null, ODD.trust())));
        SslBundle server = ODD.server(fault, TestSeals.holder("school").oin());
        PinnedTls tls = new PinnedTls(own, TestRevocations.none(), TestTls.by(provider));
        if (taken) {
            assertThat(connected(tls, partner("school"), server)).isEqualTo("TLSv1.3");
        } else {
            assertThatThrownBy(() -> connected(tls, partner("school"), server))
                    .as(provider.name())
                    .isInstanceOf(IOException.class);
        }
    }

    /** What the handshake of the team's node, which wants the school's, comes to with this server. */
    private static String connected(String server) throws IOException {
        return connected(
                new PinnedTls(bundles("wijkteam"), TestRevocations.byListOf(PKI), TestTls.good()),
                partner("school"),
                bundles(server).getBundle("node"));
    }

    private static String connected(PinnedTls tls, Partner wanted, SslBundle server) throws IOException {
        return Handshake.between(server.createSslContext(), tls, wanted.id(), wanted.oin());
    }

    private static OddCertificates odd() {
        try {
            return new OddCertificates();
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
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

    private static Partner partner(String holder) {
        return Handshake.partner(
                TestSeals.organisation(holder), TestSeals.holder(holder).oin());
    }
}
