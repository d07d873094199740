package nl.sluis.seal;

import java.time.Instant;
import nl.sluis.canonical.Content;

/** What became of opening a chunk. */
public sealed interface ChunkOpening {

    /**
     * It is from who signed it, for this node, and of that place.
     *
     * @param before the link before it, hexadecimal, as its sender says
     * @param signedAt when it was signed, by its sender's clock, in whole seconds
     */
    @SuppressWarnings("ArrayRecordComponent") // stored and dropped
    record Opened(Content.File file, String before, Instant signedAt, byte[] chunk) implements ChunkOpening {}

    /** It is not what it says it is. */
    record Rejected(Opening.Reason reason) implements ChunkOpening {}
}
