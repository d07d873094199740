package nl.sluis.access;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import nl.sluis.directory.CertificateStrength;
import nl.sluis.directory.Directory;
import nl.sluis.directory.Oin;
import nl.sluis.directory.Partner;
import nl.sluis.directory.Revocations;
import nl.sluis.node.NodeSettings;
import org.springframework.stereotype.Component;

/** Recognises who calls by the client certificate, which the TLS layer has verified against the node's trust. */
@Component
final class Callers {

    /** id-kp-serverAuth (RFC 5280, 4.2.1.12). */
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";

    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private final OwnSystems systems;
    private final Directory directory;
    private final Revocations revocations;

    Callers(AccessSettings access, NodeSettings settings, Directory directory, Revocations revocations) {
        this.revocations = revocations;
        this.systems = new OwnSystems(access, settings);
        this.directory = directory;
    }

    /** Who calls; empty without a certificate, or with one that is nobody's or was taken back, also since the connection began. */
    Optional<Caller> of(HttpServletRequest request) {
        return certificate(request)
                .flatMap(certificate ->
                        systems.of(certificate).or(() -> partner(certificate).map(Caller.Node::new)));
    }

    /** Whether this is the own system of that name, by a certificate that counts now and that the TLS layer has verified. */
    boolean isSystem(String name, X509Certificate[] chain) {
        return counts(chain)
                && systems.of(chain[0])
                        .filter(caller -> caller instanceof Caller.OwnSystem system
                                && system.name().equals(name))
                        .isPresent();
    }

    /**
     * Whether somebody with this certificate may be an own system by a token that is bound to it: there is one, it counts, and it is
     * not that of a partner's node.
     */
    boolean mayBringTokens(HttpServletRequest request) {
        return certificate(request)
                .filter(certificate -> partner(certificate).isEmpty())
                .isPresent();
    }

    private Optional<X509Certificate> certificate(HttpServletRequest request) {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && counts(chain)
                ? Optional.of(chain[0])
                : Optional.empty();
    }

    private boolean counts(X509Certificate[] chain) {
        return chain.length > 0 && CertificateStrength.isEnough(chain) && revocations.counts(chain[0]);
    }

    private Optional<Partner> partner(X509Certificate certificate) {
        return Optional.of(certificate).filter(Callers::ofNode).flatMap(Oin::of).flatMap(directory::findByOin);
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
}
