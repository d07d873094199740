package nl.sluis.directory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.sluis.audit.AuditLog;
import nl.sluis.node.HardwareTokenSettings;
import nl.sluis.node.NodeSettings;
import nl.sluis.node.OneAtATime;
import nl.sluis.node.StartCheck;
import nl.sluis.tls.TlsProfile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes over another certificate, key or trust of {@code sluis.node.tls} while the node runs, when the files are whole, belong
 * together and hold today; until then the last good ones stay. Spring Boot's own reload looks into the files only when somebody
 * connects, so that half a file would end every connection of the node.
 */
final class TlsWatch {

    private static final Logger LOG = LoggerFactory.getLogger(TlsWatch.class);

    private static final String CERTIFICATE = "sluis.node.tls.certificate";

    private final SslBundleRegistry bundles;
    private final NodeBundle files;
    private final NodeSettings self;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final OneAtATime underWay = new OneAtATime();
    private String used;
    private volatile @Nullable String refused;

    TlsWatch(
            SslBundleRegistry bundles,
            NodeBundle files,
            NodeSettings self,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.bundles = bundles;
        this.files = files;
        this.self = self;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.used = fingerprint();
    }

    /** The key of the setting whose file is not used, and why; empty when all is in use. */
    Optional<String> refused() {
        return Optional.ofNullable(refused);
    }

    /** Looks at the files. */
    void look() {
        underWay.run(this::lookAlone);
    }

    private void lookAlone() {
        String found;
        SslBundle read;
        try {
            found = fingerprint();
            if (found.equals(used)) {
                refused = null;
                return;
            }
            read = read();
            if (!found.equals(fingerprint())) {
                // Somebody is writing
                return;
            }
        } catch (IllegalStateException e) {
            refuse(Objects.requireNonNullElse(e.getMessage(), "sluis.node.tls: cannot be used"));
            return;
        }
        transaction.executeWithoutResult(status -> audit.append("tls.renewed", null, Map.of("files", found)));
        bundles.updateBundle(TlsProfile.BUNDLE, read);
        used = found;
        refused = null;
        LOG.info("other certificates for TLS are in use");
    }

    private void refuse(String fault) {
        if (!fault.equals(refused)) {
            LOG.error("the files for TLS are refused, the last good ones stay: {}", fault);
            transaction.executeWithoutResult(status -> audit.append("tls.refused", null, Map.of("fault", fault)));
            refused = fault;
        }
    }

    private SslBundle read() {
        boolean demo = self.mode() == NodeSettings.Mode.DEMO;
        X509Certificate own = StartCheck.requireCertificates(self.tls().certificate(), CERTIFICATE, demo)
                .getFirst();
        StartCheck.requireCertificates(self.tls().trust(), "sluis.node.tls.trust", demo);
        SslBundle read = whole();
        Instant now = clock.instant();
        if (now.isBefore(own.getNotBefore().toInstant())
                || now.isAfter(own.getNotAfter().toInstant())) {
            throw new IllegalStateException(CERTIFICATE + ": does not hold today");
        }
        if (Oin.of(own).filter(self.oin()::equals).isEmpty()) {
            throw new IllegalStateException(CERTIFICATE + ": does not carry sluis.node.oin");
        }
        return read;
    }

    // All of it is read here: what is read when somebody connects may be something else by then
    private SslBundle whole() {
        try {
            SslBundle read = files.read();
            read.createSslContext();
            return read;
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new IllegalStateException("sluis.node.tls.private-key: cannot be used with the certificate", e);
        }
    }

    private String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : List.of(
                    self.tls().certificate(),
                    self.tls().privateKey(),
                    self.tls().trust())) {
                // Of a key in a token the name is all that can change
                byte[] read = HardwareTokenSettings.names(file)
                        ? file.toString().getBytes(StandardCharsets.UTF_8)
                        : Files.readAllBytes(file);
                digest.update(MessageDigest.getInstance("SHA-256").digest(read));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new IllegalStateException("sluis.node.tls: a file cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", e);
        }
    }
}
