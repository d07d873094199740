package nl.sluis.attachment;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;

/** An attachment as Spring serves it, also in ranges. */
final class ChunkResource extends AbstractResource {

    private final AttachmentStore store;
    private final StoredAttachment attachment;

    ChunkResource(AttachmentStore store, StoredAttachment attachment) {
        this.store = store;
        this.attachment = attachment;
    }

    @Override
    public InputStream getInputStream() {
        return new ChunkStream(store, attachment);
    }

    @Override
    public long contentLength() {
        return attachment.size();
    }

    @Override
    public long lastModified() {
        return 0;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public String getDescription() {
        return "attachment " + attachment.id();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return attachment.id().hashCode();
    }
}
