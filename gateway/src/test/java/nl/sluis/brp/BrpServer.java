package nl.sluis.brp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import nl.sluis.certs.CertificateUse;
import nl.sluis.certs.DevelopmentPki;
import nl.sluis.certs.Holder;
import nl.sluis.certs.PkiFiles;
import nl.sluis.path.WebhookReceiver;
import nl.sluis.process.FreePorts;
import nl.sluis.tls.TestTls;
import nl.sluis.tls.TlsProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** A register that asks for the certificate of whoever calls, and the node's side of it. */
final class BrpServer implements AutoCloseable {

    static final String PATH = "/haalcentraal/api/brp/personen";

    private final PkiFiles files;
    private final int port;
    private final WireMockServer server;

    BrpServer(Path directory) throws IOException, GeneralSecurityException {
        files = DevelopmentPki.generate(directory.resolve("certs"), Holder.lindedam());
        port = FreePorts.base(0);
        server = WebhookReceiver.start(files, directory, port, "huisarts");
    }

    WireMockServer server() {
        return server;
    }

    /** What the node is configured with; the node itself shows a certificate that the register does not know when this one is absent. */
    BrpSettings settings(@Nullable Path apiKey, @Nullable Path token) {
        return new BrpSettings(
                URI.create("https://localhost:" + port + "/haalcentraal/api/brp/"),
                files.certificate("school", CertificateUse.NODE),
                files.key("school", CertificateUse.NODE),
                files.ca(),
                apiKey,
                token,
                Map.of("x-doelbinding", "jeugdhulp"),
                Duration.ofSeconds(1));
    }

    /** With these settings, in a node of another certificate. */
    Optional<Brp> client(BrpSettings settings) {
        SslBundle node = SslBundle.of(new PemSslStoreBundle(
                PemSslStoreDetails.forCertificate("file:" + files.certificate("wijkteam", CertificateUse.NODE))
                        .withPrivateKey("file:" + files.key("wijkteam", CertificateUse.NODE)),
                PemSslStoreDetails.forCertificate("file:" + files.ca())));
        return BrpConfiguration.register(
                settings, TestTls.good(), new DefaultSslBundleRegistry(TlsProfile.BUNDLE, node));
    }

    void answers(ResponseDefinitionBuilder answer) {
        server.resetAll();
        server.stubFor(post(urlEqualTo(PATH)).willReturn(answer));
    }

    /** With people of whom each quote is written as a backtick. */
    void answers(String people) {
        answers(json("{`type`:`RaadpleegMetBurgerservicenummer`,`personen`:[" + people + "]}"));
    }

    static ResponseDefinitionBuilder json(String text) {
        return aResponse()
                .withHeader("Content-Type", "application/json; charset=utf-8")
                .withBody(text.replace('`', '"'));
    }

    @Override
    public void close() {
        server.stop();
    }
}
