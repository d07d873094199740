package nl.sluis.directory;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import nl.sluis.node.HardwareTokenSettings;
import nl.sluis.node.NodeSettings;
import nl.sluis.node.StartCheck;
import nl.sluis.seal.Token;
import nl.sluis.tls.TlsSettings;
import org.springframework.boot.autoconfigure.ssl.PemSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.PropertiesSslBundle;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslManagerBundle;

/** The node's own certificate and key for TLS, and whom it trusts: of files, or with the key in a token. */
final class NodeBundle {

    private static final String KEY = "sluis.node.tls.private-key";

    private final NodeSettings.Tls tls;
    private final Token token;

    /**
     * As the settings have them.
     *
     * @throws IllegalStateException when the key is in a token, of which who does TLS knows none
     */
    NodeBundle(NodeSettings.Tls tls, Token token, TlsSettings settings) {
        settings.require(tls);
        this.tls = tls;
        this.token = token;
    }

    /**
     * Reads all of it.
     *
     * @throws IllegalStateException naming the setting that cannot be used
     */
    SslBundle read() {
        return HardwareTokenSettings.names(tls.privateKey()) ? withToken() : PropertiesSslBundle.get(files(true));
    }

    private SslBundle withToken() {
        List<X509Certificate> chain =
                StartCheck.requireCertificates(tls.certificate(), "sluis.node.tls.certificate", true);
        SslBundle trusting = PropertiesSslBundle.get(files(false));
        return SslBundle.of(
                trusting.getStores(),
                SslBundleKey.NONE,
                trusting.getOptions(),
                trusting.getProtocol(),
                new OfToken(trusting.getManagers(), token.keyManager(chain, tls.privateKey(), KEY)));
    }

    private PemSslBundleProperties files(boolean withKey) {
        PemSslBundleProperties properties = new PemSslBundleProperties();
        if (withKey) {
            properties.getKeystore().setCertificate("file:" + tls.certificate());
            properties.getKeystore().setPrivateKey("file:" + tls.privateKey());
            // A certificate beside the key of another, as between the writing of two files, is not taken over
            properties.getKeystore().setVerifyKeys(true);
        }
        properties.getTruststore().setCertificate("file:" + tls.trust());
        properties.getOptions().setEnabledProtocols(Set.of("TLSv1.3"));
        return properties;
    }

    private record OfToken(SslManagerBundle trusting, KeyManager own) implements SslManagerBundle {

        @Override
        public KeyManager[] getKeyManagers() {
            return new KeyManager[] {own};
        }

        @Override
        public KeyManagerFactory getKeyManagerFactory() {
            return trusting.getKeyManagerFactory();
        }

        @Override
        public TrustManagerFactory getTrustManagerFactory() {
            return trusting.getTrustManagerFactory();
        }
    }
}
