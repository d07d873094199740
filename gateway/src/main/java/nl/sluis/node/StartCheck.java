package nl.sluis.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import nl.sluis.certs.DevelopmentPki;
import nl.sluis.node.NodeSettings.Mode;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Strict by default: what belongs to a demo stops the start of any other node. */
@Component
public final class StartCheck {

    private static final Set<PosixFilePermission> EVERYBODY =
            Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    StartCheck(NodeSettings settings, Environment environment) {
        require(settings);
        if (settings.mode() != Mode.DEMO) {
            requireStrict(environment);
        }
    }

    /**
     * Checks that nothing around the node makes it less strict than its program is.
     *
     * @throws IllegalStateException naming every key
     */
    private static void requireStrict(Environment environment) {
        List<String> faults = Loosened.faults(environment);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("sluis.node.mode: too loose for production: " + String.join("; ", faults));
        }
    }

    /**
     * Checks what binding cannot.
     *
     * @throws IllegalStateException naming the key
     */
    public static void require(NodeSettings settings) {
        boolean demo = settings.mode() == Mode.DEMO;
        if (!demo && !settings.entryKey().isEmpty()) {
            throw new IllegalStateException("sluis.node.entry-key: allowed in demo mode only");
        }
        secret(settings.tls().privateKey(), "sluis.node.tls.private-key", demo);
        secret(settings.keys().sealKey(), "sluis.node.keys.seal-key", demo);
        secret(settings.keys().storageKey(), "sluis.node.keys.storage-key", demo);
        secrets(settings.keys().earlierStorageKeys(), "sluis.node.keys.earlier-storage-keys", demo);
        secrets(settings.keys().nextStorageKeys(), "sluis.node.keys.next-storage-keys", demo);
        certificates(settings.tls().certificate(), "sluis.node.tls.certificate", demo);
        certificates(settings.tls().trust(), "sluis.node.tls.trust", demo);
        certificates(settings.keys().sealCertificate(), "sluis.node.keys.seal-certificate", demo);
        for (int i = 0; i < settings.keys().more().size(); i++) {
            String key = "sluis.node.keys.more[" + i + "].";
            secret(settings.keys().more().get(i).key(), key + "key", demo);
            certificates(settings.keys().more().get(i).certificate(), key + "certificate", demo);
        }
        for (int i = 0; i < settings.keys().hybrid().size(); i++) {
            NodeSettings.Hybrid pair = settings.keys().hybrid().get(i);
            String key = "sluis.node.keys.hybrid[" + i + "].";
            secret(pair.agreementKey(), key + "agreement-key", demo);
            secret(pair.kemKey(), key + "kem-key", demo);
            certificates(pair.agreementCertificate(), key + "agreement-certificate", demo);
            certificates(pair.kemCertificate(), key + "kem-certificate", demo);
        }
    }

    /**
     * Checks that a file with a secret can be read, and in production not by every user of the machine.
     *
     * @throws IllegalStateException naming the key
     */
    public static void requireSecret(Path file, String key, boolean demo) {
        secret(file, key, demo);
    }

    private static void secrets(List<Path> files, String key, boolean demo) {
        for (int i = 0; i < files.size(); i++) {
            secret(files.get(i), key + "[" + i + "]", demo);
        }
    }

    private static void secret(Path file, String key, boolean demo) {
        if (HardwareTokenSettings.names(file)) {
            // In a token, which says itself what it has when it is opened
            return;
        }
        if (!Files.isReadable(file)) {
            throw new IllegalStateException(key + ": this file cannot be read");
        }
        if (!demo && openToAll(file)) {
            throw new IllegalStateException(key + ": every user of this machine can reach this file");
        }
    }

    // A group may read it, as a service that runs under its own group does; a file system without such rights has none
    private static boolean openToAll(Path file) {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        try {
            return view != null && view.readAttributes().permissions().stream().anyMatch(EVERYBODY::contains);
        } catch (IOException e) {
            return true;
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
