package nl.sluis.seal;

/**
 * How large content is cut and linked: pieces of 1 MiB, of which only the last may be shorter, each linked by hash to all before
 * it. A piece that was altered, moved, repeated or left out gives another link.
 */
public final class Chunks {

    /** Bytes in every chunk but the last. */
    public static final int BYTES = 1024 * 1024;

    private static final int HASH_BYTES = 32;

    private Chunks() {}

    /** The link before the first chunk. */
    public static byte[] start() {
        return new byte[HASH_BYTES];
    }

    /** The link after a chunk: SHA-256 of the link before it and the SHA-256 of its bytes. */
    public static byte[] link(byte[] before, byte[] chunk) {
        byte[] both = new byte[2 * HASH_BYTES];
        System.arraycopy(before, 0, both, 0, HASH_BYTES);
        System.arraycopy(Sha256.of(chunk), 0, both, HASH_BYTES, HASH_BYTES);
        return Sha256.of(both);
    }

    /** How many chunks a number of bytes has. */
    public static int count(long bytes) {
        return Math.toIntExact((bytes + BYTES - 1) / BYTES);
    }

    /** How many bytes a chunk of content of that size has; 0 when it has no such chunk. */
    public static int length(long bytes, int number) {
        long from = (long) number * BYTES;
        return number < 0 || from >= bytes ? 0 : Math.toIntExact(Math.min(BYTES, bytes - from));
    }
}
