package nl.sluis.path;

import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** A certificate to show and an authority to trust. */
record Tls(SSLContext context) {

    private static final String ALIAS = "ssl";

    /** Shows this certificate, also to a server that does not ask for one of that authority. */
    static Tls of(Path certificate, Path key, Path trust) {
        SslBundle bundle =
                bundle(PemSslStoreDetails.forCertificate("file:" + certificate).withPrivateKey("file:" + key), trust);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            KeyManager[] keys = {
                new Insisting((X509ExtendedKeyManager) bundle.getManagers().getKeyManagers()[0])
            };
            context.init(keys, bundle.getManagers().getTrustManagers(), null);
            return new Tls(context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS cannot be set up for a test", e);
        }
    }

    /** Shows nothing. */
    static Tls trusting(Path trust) {
        return new Tls(bundle(null, trust).createSslContext());
    }

    private static SslBundle bundle(@Nullable PemSslStoreDetails own, Path trust) {
        return SslBundle.of(new PemSslStoreBundle(own, PemSslStoreDetails.forCertificate("file:" + trust)));
    }

    private static final class Insisting extends X509ExtendedKeyManager {

        private final X509ExtendedKeyManager keys;

        Insisting(X509ExtendedKeyManager keys) {
            this.keys = keys;
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return ALIAS;
        }

        @Override
        public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
            return ALIAS;
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return keys.getServerAliases(type, issuers);
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return keys.chooseServerAlias(type, issuers, socket);
        }

        @Override
        public String chooseEngineServerAlias(String type, Principal[] issuers, SSLEngine engine) {
            return keys.chooseEngineServerAlias(type, issuers, engine);
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return keys.getCertificateChain(alias);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return keys.getPrivateKey(alias);
        }
    }
}
