package nl.sluis.directory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import nl.sluis.audit.AuditLog;
import nl.sluis.canonical.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes over another listing while the node runs, when everything in it is in order; until then the last good one stays. Each
 * change, and each listing that is refused, is audited once by each process.
 */
final class DirectoryWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryWatch.class);

    private final Directory directory;
    private final DirectorySettings settings;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    private String looked;
    private volatile @Nullable String refused;

    DirectoryWatch(Directory directory, DirectorySettings settings, AuditLog audit, TransactionTemplate transaction) {
        this.directory = directory;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
        this.looked = fingerprint(directory.listing());
    }

    /** Why the listing in the file is not used; empty when it is. */
    Optional<String> refused() {
        return Optional.ofNullable(refused);
    }

    /** Looks at the file, and at the certificates that it names. */
    synchronized void look() {
        if (settings.file() == null) {
            return;
        }
        Listing read;
        try {
            read = directory.read(settings);
        } catch (IllegalStateException e) {
            refuse(Objects.requireNonNullElse(e.getMessage(), "sluis.directory.file: cannot be used"));
            return;
        }
        refused = null;
        String fingerprint = fingerprint(read);
        if (!fingerprint.equals(looked)) {
            take(read, fingerprint);
        }
    }

    // The audit first: a change without evidence does not happen
    private void take(Listing read, String fingerprint) {
        TreeSet<String> changed = new TreeSet<>();
        Map<OrganisationId, Organisation> before = new HashMap<>();
        directory.listing().all().forEach(organisation -> before.put(organisation.id(), organisation));
        for (Organisation organisation : read.all()) {
            if (!organisation.equals(before.remove(organisation.id()))) {
                changed.add(organisation.id().value());
            }
        }
        transaction.executeWithoutResult(status -> audit.append(
                "directory.changed",
                null,
                Map.of(
                        "listing", fingerprint,
                        "changed", String.join(" ", changed),
                        "removed",
                                String.join(
                                        " ",
                                        before.keySet().stream()
                                                .map(OrganisationId::value)
                                                .sorted()
                                                .toList()))));
        directory.use(read);
        looked = fingerprint;
        LOG.info("another directory is in use: {} changed, {} removed", changed.size(), before.size());
    }

    private void refuse(String fault) {
        if (fault.equals(refused)) {
            return;
        }
        LOG.error("the directory is refused, the last good one stays: {}", fault);
        transaction.executeWithoutResult(status -> audit.append("directory.refused", null, Map.of("fault", fault)));
        refused = fault;
    }

    private static String fingerprint(Listing listing) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Organisation organisation : listing.all()) {
                digest.update(organisation.toString().getBytes(StandardCharsets.UTF_8));
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
