package nl.sluis.tls;

import java.util.function.Supplier;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLContext;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.net.SSLUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;

/**
 * HTTP/1.1 of the container whose TLS keeps to the profile: at the start, and whenever certificates are renewed, which is when
 * Spring puts another configuration in the place of the first. Public, since the container makes it by its name.
 */
public final class NodeProtocol extends Http11NioProtocol {

    private @Nullable TlsProfile profile;
    private @Nullable Supplier<SslBundle> present;

    /**
     * What follows is by this.
     *
     * @param bundle what the node has at that moment of certificates, its own and whom it trusts
     */
    void use(TlsProfile given, Supplier<SslBundle> bundle) {
        profile = given;
        present = bundle;
    }

    @Override
    public void addSslHostConfig(SSLHostConfig config, boolean replace) {
        if (profile == null || present == null) {
            throw new IllegalStateException("no TLS without its profile");
        }
        SSLContext context = context(profile, present.get());
        for (SSLHostConfigCertificate certificate : config.getCertificates(true)) {
            certificate.setSslContext(context);
        }
        super.addSslHostConfig(config, replace);
    }

    private static SSLContext context(TlsProfile profile, SslBundle bundle) {
        return SSLUtil.createSSLContext(
                profile.forCallers(bundle),
                (X509KeyManager) bundle.getManagers().getKeyManagers()[0],
                (X509TrustManager) bundle.getManagers().getTrustManagers()[0]);
    }
}
