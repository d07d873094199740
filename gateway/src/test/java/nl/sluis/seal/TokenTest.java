package nl.sluis.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import nl.sluis.certs.CertificateUse;
import nl.sluis.certs.PkiFiles;
import nl.sluis.node.HardwareTokenSettings;
import nl.sluis.node.NodeSettings;
import nl.sluis.testing.SoftToken;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Keys that stay in a token (SoftHSM2): what is signed, opened and shown with them, and faults of settings. */
class TokenTest {

    private static final PkiFiles PKI = TestSeals.pki();
    private static final Path SEAL = Path.of("pkcs11:object=seal");
    private static final Path AGREEMENT = Path.of("pkcs11:object=agreement");
    private static final Path TLS = Path.of("pkcs11:object=tls");

    @TempDir
    static Path directory;

    private static SoftToken soft;

    @BeforeAll
    static void aTokenWithKeys() throws Exception {
        Optional<String> missing = SoftToken.missing();
        assumeTrue(missing.isEmpty(), missing::orElseThrow);
        soft = SoftToken.in(directory);
        put("seal", CertificateUse.SEAL);
        put("agreement", CertificateUse.AGREEMENT);
        put("tls", CertificateUse.NODE);
    }

    @Test
    void itsKeysCannotBeTakenOut() {
        PrivateKey key = token().privateKey(SEAL, "sluis.node.keys.seal-key");
        assertThat(key.getEncoded()).isNull();
        assertThat(key.getFormat()).isNull();
        assertThat(key.toString()).contains("token object").doesNotContain("value");
    }

    @Test
    void signsStatementsThatEverybodyReads() {
        byte[] signed = new Notary(keys()).sign("statement", Clock.systemUTC().instant());
        assertThat(Notary.read(signed, List.of(TestSeals.certificate("school", CertificateUse.SEAL))))
                .hasValueSatisfying(read -> assertThat(read.text()).isEqualTo("statement"));
    }

    @Test
    void opensWhatIsSealedToTheCertificatesOfItsKeysHybridAndBefore() throws Exception {
        byte[] content = {1, 2, 3};
        for (SealRecipient recipient : List.of(TestSeals.hybridRecipient("school"), TestSeals.recipient("school"))) {
            byte[] sealed = Encryption.encrypt(content, recipient);
            assertThat(keys().decrypt(sealed).content()).isEqualTo(content);
            sealed[sealed.length - 20] ^= 1;
            assertThatThrownBy(() -> keys().decrypt(sealed)).isNotNull();
        }
    }

    @Test
    void shakesHandsAsAServerAndShowsItsCertificateAsAClient() throws Exception {
        SslBundle trusting =
                SslBundle.of(new PemSslStoreBundle(null, PemSslStoreDetails.forCertificate("file:" + PKI.ca())));
        X509ExtendedKeyManager shown = token().keyManager(
                        List.of(TestSeals.certificate("school", CertificateUse.NODE)),
                        TLS,
                        "sluis.node.tls.private-key");
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {shown}, trusting.getManagers().getTrustManagers(), null);
        try (SSLServerSocket server =
                (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0)) {
            server.setNeedClientAuth(true);
            server.setSoTimeout(20_000);
            CompletableFuture<X509Certificate> seen = CompletableFuture.supplyAsync(() -> {
                try (SSLSocket accepted = (SSLSocket) server.accept()) {
                    accepted.startHandshake();
                    return (X509Certificate) accepted.getSession().getPeerCertificates()[0];
                } catch (java.io.IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            try (SSLSocket client =
                    (SSLSocket) context.getSocketFactory().createSocket("localhost", server.getLocalPort())) {
                client.startHandshake();
                assertThat(client.getSession().getPeerCertificates()[0])
                        .isEqualTo(TestSeals.certificate("school", CertificateUse.NODE));
                assertThat(seen.join()).isEqualTo(TestSeals.certificate("school", CertificateUse.NODE));
            }
        }
    }

    @Test
    void aKeyThatDoesNotBelongToItsCertificateIsRefusedByTheNameOfItsSetting() {
        assertThatThrownBy(() -> token().keyManager(
                                List.of(TestSeals.certificate("huisarts", CertificateUse.NODE)),
                                TLS,
                                "sluis.node.tls.private-key"))
                .hasMessage("sluis.node.tls.private-key: does not belong to its certificate");
    }

    @Test
    void everyFaultNamesItsSettingAndNeverThePin() throws Exception {
        HardwareTokenSettings good = soft.settings();
        Path wrong = Files.writeString(directory.resolve("wrong.pin"), "999999");
        HardwareTokenSettings closed = soft.unopened();
        fault(new HardwareTokenSettings(closed.library(), closed.slot(), wrong), "sluis.token.pin: ");
        // It was tried once, and still opens with the right one
        Token.open(closed, true);
        fault(new HardwareTokenSettings(good.library(), 424_242L, good.pin()), "sluis.token: ");
        fault(new HardwareTokenSettings(good.library(), null, good.pin()), "sluis.token: ");
        fault(new HardwareTokenSettings(directory.resolve("none.so"), 0L, good.pin()), "sluis.token.library: ");
        fault(new HardwareTokenSettings(good.pin(), 0L, good.pin()), "sluis.token: ");
        fault(new HardwareTokenSettings(good.library(), good.slot(), directory.resolve("none")), "sluis.token.pin: ");
        assertThatThrownBy(() -> token().privateKey(Path.of("pkcs11:object=nobody"), "sluis.node.keys.seal-key"))
                .hasMessageStartingWith("sluis.node.keys.seal-key: the token has no private key");
        assertThatThrownBy(() -> token().privateKey(Path.of("pkcs11:id=1"), "sluis.node.keys.seal-key"))
                .hasMessageStartingWith("sluis.node.keys.seal-key: a key in a token is named");
        assertThatThrownBy(() -> Token.none().privateKey(SEAL, "sluis.node.keys.seal-key"))
                .hasMessage("sluis.node.keys.seal-key: is in a token, and sluis.token.library names none");
    }

    private static void fault(HardwareTokenSettings settings, String place) {
        assertThatThrownBy(() -> Token.open(settings, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(place)
                .satisfies(thrown -> {
                    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                        assertThat(String.valueOf(cause.getMessage())).doesNotContain(SoftToken.PIN, "999999");
                    }
                });
    }

    private static Token token() {
        return Token.open(soft.settings(), true);
    }

    /** The KEM's key stays in its file. */
    private static SealKeys keys() {
        return SealKeys.load(
                new NodeSettings.Keys(
                        PKI.certificate("school", CertificateUse.SEAL),
                        SEAL,
                        PKI.storageKey("school"),
                        List.of(),
                        List.of(new NodeSettings.Hybrid(
                                PKI.certificate("school", CertificateUse.AGREEMENT),
                                AGREEMENT,
                                PKI.certificate("school", CertificateUse.KEM),
                                PKI.key("school", CertificateUse.KEM)))),
                token(),
                Clock.systemUTC());
    }

    private static void put(String label, CertificateUse use) throws Exception {
        soft.put(label, SealKeys.readPrivateKey(PKI.key("school", use)), TestSeals.certificate("school", use));
    }
}
