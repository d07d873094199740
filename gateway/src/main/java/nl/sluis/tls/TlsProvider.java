package nl.sluis.tls;

import java.security.NoSuchAlgorithmException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import nl.sluis.seal.BouncyCastleTls;
import org.springframework.boot.ssl.SslBundle;

/** Who does TLS: of the node's port and its calls to partners, and of nothing else in this process. */
public enum TlsProvider {
    /** The platform, with a hybrid group as soon as it has one. */
    JDK,
    /** Bouncy Castle, which has a hybrid group. */
    BOUNCY_CASTLE;

    /** One that was given nothing yet. */
    SSLContext context() {
        try {
            return this == BOUNCY_CASTLE ? BouncyCastleTls.context() : SSLContext.getInstance("TLS");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("TLS is part of every Java runtime", e);
        }
    }

    /** Who shows the certificate of this bundle. */
    KeyManager[] keys(SslBundle bundle) {
        return this == BOUNCY_CASTLE
                ? BouncyCastleTls.keys(bundle)
                : bundle.getManagers().getKeyManagers();
    }
}
