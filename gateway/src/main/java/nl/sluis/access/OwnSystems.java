package nl.sluis.access;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.node.NodeSettings;
import nl.sluis.node.NodeSettings.Mode;
import nl.sluis.node.StartCheck;
import nl.sluis.seal.Sha256;

/** The organisation's own information systems, by their certificates. */
public final class OwnSystems {

    private final Map<String, Caller.OwnSystem> byCertificate = new HashMap<>();

    /**
     * Reads the certificates. {@code sluis.node.systems}, which names no roles, is for a demo: there each may do everything.
     *
     * @throws IllegalStateException naming the key that is at fault
     */
    public OwnSystems(AccessSettings settings, NodeSettings node) {
        boolean demo = node.mode() == Mode.DEMO;
        if (!demo && !node.systems().isEmpty()) {
            throw new IllegalStateException("sluis.node.systems: outside demo mode a system has a name and roles:"
                    + " put it under sluis.access.systems");
        }
        for (int i = 0; i < node.systems().size(); i++) {
            String key = "sluis.node.systems[" + i + "]";
            X509Certificate certificate = StartCheck.requireCertificates(
                            node.systems().get(i), key, demo)
                    .getFirst();
            add(key, certificate, new Caller.OwnSystem("system-" + i, EnumSet.allOf(Role.class)));
        }
        for (int i = 0; i < settings.systems().size(); i++) {
            String key = "sluis.access.systems[" + i + "].certificate";
            AccessSettings.SystemEntry entry = settings.systems().get(i);
            X509Certificate certificate = StartCheck.requireCertificates(entry.certificate(), key, demo)
                    .getFirst();
            add(key, certificate, new Caller.OwnSystem(entry.name(), Set.copyOf(entry.roles())));
        }
    }

    /** Whose certificate it is; empty when it is of none of them. */
    Optional<Caller> of(X509Certificate certificate) {
        return Optional.ofNullable(byCertificate.get(hash(certificate)));
    }

    private void add(String key, X509Certificate certificate, Caller.OwnSystem system) {
        if (byCertificate.putIfAbsent(hash(certificate), system) != null) {
            throw new IllegalStateException(key + ": this certificate is of another system already");
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
