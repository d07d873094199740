package nl.sluis.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.audit.AuditLog;
import nl.sluis.seal.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One pass over the bytes of an attachment that is here whole: its hash, and what a scanner finds in it. No transaction is open
 * while a scanner works.
 */
@Component
class Inspection {

    private static final Logger LOG = LoggerFactory.getLogger(Inspection.class);

    private final AttachmentStore store;
    private final ContentScanner scanner;
    private final Holdings holdings;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Inspection(
            AttachmentStore store,
            ContentScanner scanner,
            Holdings holdings,
            AuditLog audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.scanner = scanner;
        this.holdings = holdings;
        this.audit = audit;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Looks at it when that is still to be done; how it stands afterwards. It goes on waiting when no scanner answers. */
    Optional<StoredAttachment> inspect(UUID id) {
        Optional<StoredAttachment> found = store.find(id);
        if (found.isPresent() && found.get().state() == AttachmentState.WAITING) {
            pass(found.get());
            return store.find(id);
        }
        return found;
    }

    private void pass(StoredAttachment attachment) {
        MessageDigest digest = Sha256.digest();
        ContentScanner.Finding finding;
        try (InputStream in = new DigestInputStream(new ChunkStream(store, attachment), digest)) {
            finding = scanner.scan(in);
            if (finding instanceof ContentScanner.Finding.Unavailable unavailable) {
                LOG.warn("an attachment waits: the scanner says {}", unavailable.code());
                return;
            }
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("the content of an attachment cannot be read", e);
        }
        String sha256 = Sha256.hex(digest.digest());
        boolean other = attachment.sha256() != null && !attachment.sha256().equals(sha256);
        settle(attachment, other ? AttachmentState.BROKEN : state(finding), sha256);
    }

    private void settle(StoredAttachment attachment, AttachmentState state, String sha256) {
        transaction.executeWithoutResult(status -> {
            if (store.inspected(attachment.id(), state, state == AttachmentState.BROKEN ? null : sha256)) {
                audit.append(
                        "attachment.inspected",
                        null,
                        Map.of("attachment", attachment.id().toString(), "state", state.name()));
                holdings.broughtFor(attachment.id()).ifPresent(events::publishEvent);
            }
        });
    }

    private static AttachmentState state(ContentScanner.Finding finding) {
        return switch (finding) {
            case ContentScanner.Finding.Clean clean -> AttachmentState.CLEAN;
            case ContentScanner.Finding.NotScanned not -> AttachmentState.NOT_SCANNED;
            case ContentScanner.Finding.Infected infected -> AttachmentState.INFECTED;
            case ContentScanner.Finding.Unavailable unavailable -> AttachmentState.WAITING;
        };
    }
}
