package nl.sluis.tls;

import nl.sluis.certs.CertificateUse;
import nl.sluis.seal.TestSeals;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServer;

/** The container's port as a node has it, with nothing behind it. */
final class TestPort implements AutoCloseable {

    private final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();
    private final WebServer server;

    /** @param profile null for a port as the container makes it by itself */
    TestPort(@Nullable TlsProfile profile) {
        bundles.registerBundle(TlsProfile.BUNDLE, bundle("school"));
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        Ssl ssl = Ssl.forBundle(TlsProfile.BUNDLE);
        // Stricter than a node, where nobody is refused by the application: so a certificate that is not shown is
        // noticed
        ssl.setClientAuth(Ssl.ClientAuth.NEED);
        factory.setSsl(ssl);
        factory.setSslBundles(bundles);
        if (profile != null) {
            TlsConfiguration.profiled(factory, profile, () -> bundles.getBundle(TlsProfile.BUNDLE));
        }
        server = factory.getWebServer();
        server.start();
    }

    int port() {
        return server.getPort();
    }

    void renew() {
        bundles.updateBundle(TlsProfile.BUNDLE, bundle("wijkteam"));
    }

    /** What the node of that name has. */
    static SslBundle bundle(String holder) {
        return SslBundle.of(
                new PemSslStoreBundle(
                        PemSslStoreDetails.forCertificate(
                                        "file:" + TestSeals.pki().certificate(holder, CertificateUse.NODE))
                                .withPrivateKey("file:" + TestSeals.pki().key(holder, CertificateUse.NODE)),
                        PemSslStoreDetails.forCertificate(
                                "file:" + TestSeals.pki().ca())),
                SslBundleKey.NONE,
                // As a node has it in application.yml; without a profile this says nothing of suites and groups
                SslOptions.of(null, new String[] {"TLSv1.2", "TLSv1.3"}));
    }

    @Override
    public void close() {
        server.stop();
        server.destroy();
    }
}
