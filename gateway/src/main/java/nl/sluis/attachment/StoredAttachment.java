package nl.sluis.attachment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this node has of an attachment, without its content.
 *
 * @param announced bytes that are to come; null when nobody said
 * @param size bytes that are here
 * @param chunks how many chunks are here
 * @param sha256 of the whole, hexadecimal; null while nobody announced or computed it
 */
record StoredAttachment(
        UUID id,
        AttachmentState state,
        String mediaType,
        @Nullable Long announced,
        long size,
        int chunks,
        @Nullable String sha256) {

    boolean complete() {
        return announced != null && announced == size;
    }
}
