package nl.sluis.seal;

import nl.sluis.canonical.Content;

/** What became of opening a chunk. */
public sealed interface ChunkOpening {

    /**
     * It is from who signed it, for this node, and of that place.
     *
     * @param before the link before it, hexadecimal, as its sender says
     */
    @SuppressWarnings("ArrayRecordComponent") // stored and dropped
    record Opened(Content.File file, String before, byte[] chunk) implements ChunkOpening {}

    /** It is not what it says it is. */
    record Rejected(Opening.Reason reason) implements ChunkOpening {}
}
