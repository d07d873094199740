package nl.sluis.tls;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;

/**
 * Reads from a server's hello which group it chose (RFC 8446, 4.1.3): it goes over the line in clear, and no interface of Java
 * tells it. Of TLS 1.2, and of whatever is no hello, it reads nothing.
 */
final class ChosenGroup {

    private static final int HANDSHAKE = 22;
    private static final int SERVER_HELLO = 2;
    private static final int RANDOM = 32;
    private static final int KEY_SHARE = 51;

    /** The random of a request to say hello again, which is no choice yet. */
    private static final byte[] AGAIN =
            HexFormat.of().parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");

    private ChosenGroup() {}

    /**
     * The group in the first record of these bytes.
     *
     * @param records from its position on, which stays where it is
     */
    static OptionalInt in(ByteBuffer records) {
        try {
            return read(records.duplicate());
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return OptionalInt.empty();
        }
    }

    private static OptionalInt read(ByteBuffer in) {
        if (in.get() != HANDSHAKE) {
            return OptionalInt.empty();
        }
        // Version and length of the record
        skip(in, 4);
        if (in.get() != SERVER_HELLO) {
            return OptionalInt.empty();
        }
        // Length of the hello, version of old
        skip(in, 5);
        byte[] random = new byte[RANDOM];
        in.get(random);
        skip(in, in.get() & 0xff);
        // Suite, compression, length of the extensions
        skip(in, 5);
        while (in.hasRemaining() && !Arrays.equals(random, AGAIN)) {
            int type = in.getShort() & 0xffff;
            int length = in.getShort() & 0xffff;
            if (type == KEY_SHARE) {
                return OptionalInt.of(in.getShort() & 0xffff);
            }
            skip(in, length);
        }
        return OptionalInt.empty();
    }

    private static void skip(ByteBuffer in, int bytes) {
        in.position(in.position() + bytes);
    }
}
