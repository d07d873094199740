package nl.sluis.seal;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jsse.provider.BouncyCastleJsseProvider;
import org.springframework.boot.ssl.SslBundle;

/** TLS of Bouncy Castle, for who asks for it and for nothing else in this process. */
public final class BouncyCastleTls {

    private static final Provider PROVIDER = new BouncyCastleJsseProvider(false, new BouncyCastleProvider());

    private BouncyCastleTls() {}

    /** A context that was given nothing yet. */
    public static SSLContext context() {
        try {
            return SSLContext.getInstance("TLS", PROVIDER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Bouncy Castle has TLS", e);
        }
    }

    /**
     * Who shows the certificate of this bundle; nobody when it has none.
     *
     * @throws IllegalStateException when its key cannot be used
     */
    public static KeyManager[] keys(SslBundle bundle) {
        KeyStore store = bundle.getStores().getKeyStore();
        if (store == null) {
            return new KeyManager[0];
        }
        // Its own: the platform's managers do not know the names that it has for sorts of keys
        String password = bundle.getKey().getPassword();
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX", PROVIDER);
            factory.init(store, password == null ? null : password.toCharArray());
            return factory.getKeyManagers();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sluis.node.tls.private-key: cannot be used", e);
        }
    }
}
