package nl.sluis.seal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.adapter.MessageJson;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import tools.jackson.core.JacksonException;

/**
 * What is signed with a chunk: from whom to whom, of which message and file, by which rules it may go, which number it has, and
 * the link of everything before it. So no chunk serves in another place, in another file, or for anybody else.
 *
 * @param id of the message
 * @param before the link before this chunk ({@link Chunks}), hexadecimal
 */
record ChunkHeader(
        int version,
        MessageId id,
        OrganisationId sender,
        OrganisationId recipient,
        String policy,
        UUID attachment,
        Content.File file,
        int number,
        String before) {

    static final int VERSION = 1;

    private static final int LONGEST = 4096;

    /** The header, its length before it, and the bytes of the chunk. */
    byte[] with(byte[] chunk) {
        byte[] json = MessageJson.mapper().writeValueAsBytes(this);
        return ByteBuffer.allocate(Integer.BYTES + json.length + chunk.length)
                .putInt(json.length)
                .put(json)
                .put(chunk)
                .array();
    }

    /** A header and the bytes behind it. */
    @SuppressWarnings("ArrayRecordComponent") // read once and dropped
    record Read(ChunkHeader header, byte[] chunk) {}

    /** Reads what {@link #with} wrote; empty when it is nothing of the kind. */
    static Optional<Read> read(byte[] signed) {
        ByteBuffer buffer = ByteBuffer.wrap(signed);
        try {
            int length = buffer.getInt();
            if (length < 0 || length > Math.min(LONGEST, buffer.remaining())) {
                return Optional.empty();
            }
            byte[] json = new byte[length];
            buffer.get(json);
            byte[] chunk = new byte[buffer.remaining()];
            buffer.get(chunk);
            return Whole.of(MessageJson.mapper().readValue(json, ChunkHeader.class))
                    .map(header -> new Read(header, chunk));
        } catch (BufferUnderflowException | JacksonException e) {
            return Optional.empty();
        }
    }
}
