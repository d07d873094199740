package nl.sluis.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import nl.sluis.certs.DevelopmentPki;
import nl.sluis.node.NodeSettings.Mode;
import org.springframework.stereotype.Component;

/** Strict by default: what belongs to a demo stops the start of any other node. */
@Component
public final class StartCheck {

    StartCheck(NodeSettings settings) {
        require(settings);
    }

    /**
     * Checks what binding cannot.
     *
     * @throws IllegalStateException naming the key
     */
    public static void require(NodeSettings settings) {
        boolean demo = settings.mode() == Mode.DEMO;
        readable(settings.tls().privateKey(), "sluis.node.tls.private-key");
        readable(settings.keys().sealKey(), "sluis.node.keys.seal-key");
        readable(settings.keys().storageKey(), "sluis.node.keys.storage-key");
        certificates(settings.tls().certificate(), "sluis.node.tls.certificate", demo);
        certificates(settings.tls().trust(), "sluis.node.tls.trust", demo);
        certificates(settings.keys().sealCertificate(), "sluis.node.keys.seal-certificate", demo);
        for (int i = 0; i < settings.keys().more().size(); i++) {
            String key = "sluis.node.keys.more[" + i + "].";
            readable(settings.keys().more().get(i).key(), key + "key");
            certificates(settings.keys().more().get(i).certificate(), key + "certificate", demo);
        }
        for (int i = 0; i < settings.systems().size(); i++) {
            certificates(settings.systems().get(i), "sluis.node.systems[" + i + "]", demo);
        }
        if (!demo && !settings.entryKey().isEmpty()) {
            throw new IllegalStateException("sluis.node.entry-key: allowed in demo mode only");
        }
    }

    private static void readable(Path file, String key) {
        if (!Files.isReadable(file)) {
            throw new IllegalStateException(key + ": this file cannot be read");
        }
    }

    /**
     * Checks that a file holds certificates, and in production none of development.
     *
     * @return them, as they stand in the file
     * @throws IllegalStateException naming the key
     */
    public static List<X509Certificate> requireCertificates(Path file, String key, boolean demo) {
        return certificates(file, key, demo);
    }

    private static List<X509Certificate> certificates(Path file, String key, boolean demo) {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> read =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (read.isEmpty()) {
                throw new IllegalStateException(key + ": there is no certificate in this file");
            }
            List<X509Certificate> certificates =
                    read.stream().map(X509Certificate.class::cast).toList();
            if (!demo && certificates.stream().anyMatch(DevelopmentPki::isDevelopment)) {
                throw new IllegalStateException(key + ": a development certificate is allowed in demo mode only");
            }
            return certificates;
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException(key + ": no certificate can be read from this file", e);
        }
    }
}
