package nl.sluis.attachment;

import java.io.IOException;
import java.io.InputStream;
import nl.sluis.seal.Chunks;

/** Reads an attachment from any place, one chunk in memory at a time. */
final class ChunkStream extends InputStream {

    private final AttachmentStore store;
    private final StoredAttachment attachment;
    private long position;
    private int loaded = -1;
    private byte[] chunk = new byte[0];

    ChunkStream(AttachmentStore store, StoredAttachment attachment) {
        this.store = store;
        this.attachment = attachment;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position >= attachment.size()) {
            return -1;
        }
        load(Math.toIntExact(position / Chunks.BYTES));
        int at = Math.toIntExact(position % Chunks.BYTES);
        int some = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, into, from, some);
        position += some;
        return some;
    }

    @Override
    public long skip(long bytes) {
        long skipped = Math.clamp(bytes, 0, attachment.size() - position);
        position += skipped;
        return skipped;
    }

    private void load(int number) throws IOException {
        if (number != loaded) {
            chunk = store.chunk(attachment.id(), number)
                    .filter(read -> read.length == Chunks.length(attachment.size(), number))
                    .orElseThrow(() -> new IOException("a chunk is not there any more"));
            loaded = number;
        }
    }
}
