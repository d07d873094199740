package nl.sluis.directory;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import nl.sluis.tls.TlsProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/** TLS to one partner: the certificate must be trusted, name the host, carry that partner's OIN, and not be taken back. */
@Component
public final class PinnedTls {

    private final SslBundles bundles;
    private final Revocations revocations;
    private final TlsProfile profile;
    private final AtomicInteger renewals = new AtomicInteger();

    PinnedTls(SslBundles bundles, Revocations revocations, TlsProfile profile) {
        this.bundles = bundles;
        this.revocations = revocations;
        this.profile = profile;
        bundles.addBundleUpdateHandler(TlsProfile.BUNDLE, renewed -> renewals.incrementAndGet());
    }

    /** How often the node's certificates were renewed since it started: a context from before has the old ones. */
    public int renewals() {
        return renewals.get();
    }

    /** A context that shakes hands with the node of this partner only. */
    public SSLContext contextFor(Partner partner) {
        SslBundle bundle = bundles.getBundle(TlsProfile.BUNDLE);
        return profile.forCalls(bundle, new Pinned(platformTrust(bundle), partner.oin(), revocations));
    }

    /** What {@link TlsProfile} says; the context keeps to it whatever is set. */
    public SSLParameters parameters() {
        return profile.parameters();
    }

    private static X509ExtendedTrustManager platformTrust(SslBundle bundle) {
        for (TrustManager manager : bundle.getManagers().getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new IllegalStateException("no trust manager for X.509 certificates");
    }

    private static final class Pinned extends X509ExtendedTrustManager {

        private final X509ExtendedTrustManager trust;
        private final String oin;
        private final Revocations revocations;

        Pinned(X509ExtendedTrustManager trust, String oin, Revocations revocations) {
            this.trust = trust;
            this.revocations = revocations;
            this.oin = oin;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            trust.checkServerTrusted(chain, authType, engine);
            pin(chain, engine.getHandshakeSession());
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            trust.checkServerTrusted(chain, authType, socket);
            pin(chain, socket instanceof SSLSocket tls ? tls.getHandshakeSession() : null);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("a connection is needed to check the host name");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("this context makes connections and takes none");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            throw new CertificateException("this context makes connections and takes none");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("this context makes connections and takes none");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return trust.getAcceptedIssuers();
        }

        private void pin(X509Certificate[] chain, @Nullable SSLSession handshake) throws CertificateException {
            if (!Oin.of(chain[0]).filter(oin::equals).isPresent()) {
                throw new CertificateException("the certificate is of another organisation");
            }
            if (!CertificateStrength.isEnough(chain)) {
                throw new CertificateException("the certificate, or one that it rests on, is too weak");
            }
            if (handshake instanceof ExtendedSSLSession session) {
                session.getStatusResponses().stream()
                        .findFirst()
                        .ifPresent(answer -> revocations.stapled(chain, answer, trust.getAcceptedIssuers()));
            }
            if (!revocations.counts(chain[0])) {
                throw new CertificateException("the certificate was taken back, or that cannot be told");
            }
        }
    }
}
