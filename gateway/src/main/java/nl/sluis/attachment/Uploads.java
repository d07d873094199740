package nl.sluis.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.audit.AuditLog;
import nl.sluis.node.AttachmentLimit;
import nl.sluis.seal.Chunks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the own systems bring: each chunk is written down as it comes, so that an upload that was cut off goes on after its last
 * whole chunk. Looked at as soon as it is whole, before any message can carry it.
 */
@Component
class Uploads {

    private final AttachmentStore store;
    private final Inspection inspection;
    private final AttachmentLimit limit;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    Uploads(
            AttachmentStore store,
            Inspection inspection,
            AttachmentLimit limit,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.inspection = inspection;
        this.limit = limit;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What became of bytes that were brought. */
    sealed interface Outcome {

        /** They are written down; of what does not end the upload, whole chunks only. */
        record Taken(StoredAttachment attachment) implements Outcome {}

        /** They do not begin where the upload stands. */
        record Elsewhere(StoredAttachment attachment) implements Outcome {}

        /** There is more than was announced, or less; or nothing at all. */
        record OtherLength() implements Outcome {}

        /** It would be larger than this node takes. */
        record TooLarge(long limit) implements Outcome {}
    }

    /** Begins an upload; nothing of it stays when it breaks off, since its name was not told yet. */
    Outcome begin(String mediaType, @Nullable Long announced, InputStream body, boolean last) throws IOException {
        if (announced != null && announced > limit.largest().toBytes()) {
            return new Outcome.TooLarge(limit.largest().toBytes());
        }
        StoredAttachment attachment = store.open(mediaType, announced, null);
        Outcome outcome = null;
        try {
            outcome = take(attachment, body, last);
            return outcome;
        } finally {
            if (!(outcome instanceof Outcome.Taken)) {
                store.destroy(attachment.id());
            }
        }
    }

    /** Goes on with an upload; empty when there is none of that name. */
    Optional<Outcome> goOn(UUID id, long offset, InputStream body, boolean last) throws IOException {
        Optional<StoredAttachment> found = store.find(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        StoredAttachment attachment = found.get();
        return Optional.of(
                attachment.state() != AttachmentState.OPEN || attachment.size() != offset
                        ? new Outcome.Elsewhere(attachment)
                        : take(attachment, body, last));
    }

    private Outcome take(StoredAttachment from, InputStream body, boolean last) throws IOException {
        StoredAttachment attachment = from;
        byte[] buffer = new byte[Chunks.BYTES];
        int length = body.readNBytes(buffer, 0, Chunks.BYTES);
        while (length == Chunks.BYTES || (length > 0 && last)) {
            if (attachment.size() + length > limit.largest().toBytes()) {
                return new Outcome.TooLarge(limit.largest().toBytes());
            }
            byte[] chunk = length == Chunks.BYTES ? buffer : Arrays.copyOf(buffer, length);
            if (beyond(attachment, length)) {
                return new Outcome.OtherLength();
            }
            if (!store.append(attachment, chunk)) {
                return new Outcome.Elsewhere(store.find(attachment.id()).orElse(attachment));
            }
            attachment = store.find(attachment.id()).orElseThrow();
            length = length < Chunks.BYTES ? 0 : body.readNBytes(buffer, 0, Chunks.BYTES);
        }
        return last ? finish(attachment) : new Outcome.Taken(attachment);
    }

    private static boolean beyond(StoredAttachment attachment, int more) {
        Long announced = attachment.announced();
        return announced != null && attachment.size() + more > announced;
    }

    private Outcome finish(StoredAttachment attachment) {
        boolean whole = attachment.announced() == null || attachment.complete();
        if (!whole || attachment.size() == 0) {
            return new Outcome.OtherLength();
        }
        transaction.executeWithoutResult(status -> {
            store.complete(attachment.id());
            audit.append(
                    "attachment.uploaded",
                    null,
                    Map.of("attachment", attachment.id().toString(), "bytes", Long.toString(attachment.size())));
        });
        return new Outcome.Taken(inspection.inspect(attachment.id()).orElseThrow());
    }
}
