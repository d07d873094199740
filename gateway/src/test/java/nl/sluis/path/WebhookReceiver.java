package nl.sluis.path;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Objects;
import nl.sluis.certs.CertificateUse;
import nl.sluis.certs.PkiFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** A system that listens for notices and asks for the certificate of whoever calls. */
public final class WebhookReceiver {

    private static final String PASSWORD = "of-this-test";

    private WebhookReceiver() {}

    /**
     * Listens on loopback.
     *
     * @param holder whose certificate it shows
     */
    public static WireMockServer start(PkiFiles files, Path directory, int port, String holder)
            throws IOException, GeneralSecurityException {
        WireMockServer server = new WireMockServer(WireMockConfiguration.options()
                .httpDisabled(true)
                .httpsPort(port)
                .keystorePath(
                        store(files, directory.resolve(holder + ".p12"), holder).toString())
                .keystoreType("PKCS12")
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD)
                .needClientAuth(true)
                .trustStorePath(store(files, directory.resolve(holder + ".trust.p12"), null)
                        .toString())
                .trustStoreType("PKCS12")
                .trustStorePassword(PASSWORD));
        server.start();
        return server;
    }

    // WireMock reads no PEM
    private static Path store(PkiFiles files, Path file, @Nullable String holder)
            throws IOException, GeneralSecurityException {
        KeyStore pem = holder == null ? trusted(files) : own(files, holder);
        KeyStore written = KeyStore.getInstance("PKCS12");
        written.load(null, null);
        for (String alias : Collections.list(pem.aliases())) {
            if (holder != null) {
                written.setKeyEntry(
                        alias, pem.getKey(alias, new char[0]), PASSWORD.toCharArray(), pem.getCertificateChain(alias));
            } else {
                written.setCertificateEntry(alias, pem.getCertificate(alias));
            }
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            written.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private static KeyStore own(PkiFiles files, String holder) {
        PemSslStoreDetails details = PemSslStoreDetails.forCertificate(
                        "file:" + files.certificate(holder, CertificateUse.NODE))
                .withPrivateKey("file:" + files.key(holder, CertificateUse.NODE));
        return Objects.requireNonNull(new PemSslStoreBundle(details, null).getKeyStore());
    }

    private static KeyStore trusted(PkiFiles files) {
        PemSslStoreDetails details = PemSslStoreDetails.forCertificate("file:" + files.ca());
        return Objects.requireNonNull(new PemSslStoreBundle(null, details).getTrustStore());
    }
}
