package nl.sluis.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.directory.Directory;
import nl.sluis.directory.Oin;
import nl.sluis.node.NodeSettings;
import nl.sluis.seal.Sha256;
import org.springframework.stereotype.Component;

/** Recognises who calls by the client certificate, which the TLS layer has verified against the node's trust. */
@Component
final class Callers {

    /** id-kp-serverAuth (RFC 5280, 4.2.1.12). */
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";

    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private final Set<String> ownSystems = new HashSet<>();
    private final Directory directory;

    Callers(NodeSettings settings, Directory directory) {
        this.directory = directory;
        for (int i = 0; i < settings.systems().size(); i++) {
            ownSystems.add(hash(settings.systems().get(i), "sluis.node.systems[" + i + "]"));
        }
    }

    /** Who calls; empty without a certificate, or with one that is nobody's. */
    Optional<Caller> of(HttpServletRequest request) {
        if (!(request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain) || chain.length == 0) {
            return Optional.empty();
        }
        String hash = hash(chain[0]);
        return ownSystems.contains(hash)
                ? Optional.of(new Caller.OwnSystem(hash))
                : Optional.of(chain[0])
                        .filter(Callers::ofNode)
                        .flatMap(Oin::of)
                        .flatMap(directory::findByOin)
                        .map(Caller.Node::new);
    }

    // A node's certificate also serves; an organisation's other systems have its OIN too, and are no node
    private static boolean ofNode(X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes != null && purposes.contains(SERVER_AUTH);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    private static String hash(Path file, String key) {
        try (InputStream in = Files.newInputStream(file)) {
            return hash(
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException(key + ": no certificate can be read from this file", e);
        }
    }

    private static String hash(X509Certificate certificate) {
        try {
            return Sha256.hex(Sha256.of(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }
}
