package nl.sluis.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The hellos of a handshake, written and read byte by byte (RFC 8446, 4.1; RFC 5246, 7.4.1). */
public final class TlsHello {

    private static final int TLS_12 = 0x0303;
    private static final int TLS_13 = 0x0304;
    private static final int SUPPORTED_GROUPS = 10;
    private static final int SIGNATURE_ALGORITHMS = 13;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int KEY_SHARE = 51;

    /** ECDSA and RSA with SHA-256 to SHA-512, Edwards curves, and SHA-1 for the old. */
    private static final List<Integer> SIGNATURES = List.of(
            0x0403, 0x0503, 0x0603, 0x0804, 0x0805, 0x0806, 0x0807, 0x0808, 0x0809, 0x080a, 0x080b, 0x0401, 0x0501,
            0x0601, 0x0203, 0x0201);

    private TlsHello() {}

    /** What a client offers. */
    public record Offer(List<Integer> versions, List<Integer> suites, List<Integer> groups) {}

    /** What a server says. */
    record Answer(int version, int suite, Optional<Integer> group) {}

    /** A client's hello without a key share, so that a server of TLS 1.3 says which group it wants. */
    static byte[] of(int version, List<Integer> suites, List<Integer> groups) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(Math.min(version, TLS_12));
        out.write(new byte[32]);
        out.writeByte(0);
        vector(out, numbers(suites));
        out.write(new byte[] {1, 0});
        vector(out, extensions(version, groups));
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        new DataOutputStream(message).writeInt(1 << 24 | bytes.size());
        bytes.writeTo(message);
        return message.toByteArray();
    }

    private static byte[] extensions(int version, List<Integer> groups) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        extension(out, SUPPORTED_GROUPS, vector(numbers(groups)));
        extension(out, SIGNATURE_ALGORITHMS, vector(numbers(SIGNATURES)));
        // Points not compressed; renegotiation as it should be; master secret bound to its handshake
        extension(out, 11, new byte[] {1, 0});
        extension(out, 0xff01, new byte[] {0});
        extension(out, 23, new byte[0]);
        if (version == TLS_13) {
            extension(out, SUPPORTED_VERSIONS, new byte[] {2, 3, 4});
            extension(out, KEY_SHARE, new byte[] {0, 0});
        }
        return bytes.toByteArray();
    }

    static Answer answer(DataInputStream in) throws IOException {
        int version = in.readUnsignedShort();
        in.skipNBytes(32);
        in.skipNBytes(in.readUnsignedByte());
        int suite = in.readUnsignedShort();
        in.readUnsignedByte();
        Map<Integer, byte[]> extensions = extensions(in);
        byte[] later = extensions.get(SUPPORTED_VERSIONS);
        Optional<Integer> group = Optional.ofNullable(extensions.get(KEY_SHARE)).map(share -> number(share, 0));
        return new Answer(later == null ? version : number(later, 0), suite, group);
    }

    /** What the client that is on the other side of this stream offers. */
    public static Offer offer(DataInputStream in) throws IOException {
        in.skipNBytes(3);
        DataInputStream hello = new DataInputStream(new ByteArrayInputStream(in.readNBytes(in.readUnsignedShort())));
        // Sort and length of the message, version of old, random
        hello.skipNBytes(4 + 2 + 32);
        hello.skipNBytes(hello.readUnsignedByte());
        List<Integer> suites = numbers(hello.readNBytes(hello.readUnsignedShort()), 0);
        hello.skipNBytes(hello.readUnsignedByte());
        Map<Integer, byte[]> extensions = extensions(hello);
        return new Offer(
                numbers(extensions.getOrDefault(SUPPORTED_VERSIONS, new byte[1]), 1),
                suites,
                numbers(extensions.getOrDefault(SUPPORTED_GROUPS, new byte[2]), 2));
    }

    private static Map<Integer, byte[]> extensions(DataInputStream in) throws IOException {
        Map<Integer, byte[]> found = new TreeMap<>();
        if (in.available() > 0) {
            in.readUnsignedShort();
        }
        while (in.available() > 0) {
            int type = in.readUnsignedShort();
            found.put(type, in.readNBytes(in.readUnsignedShort()));
        }
        return found;
    }

    private static void extension(DataOutputStream out, int type, byte[] body) throws IOException {
        out.writeShort(type);
        vector(out, body);
    }

    private static byte[] vector(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        vector(new DataOutputStream(bytes), body);
        return bytes.toByteArray();
    }

    private static void vector(DataOutputStream out, byte[] body) throws IOException {
        out.writeShort(body.length);
        out.write(body);
    }

    private static byte[] numbers(List<Integer> numbers) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (int number : numbers) {
            out.writeShort(number);
        }
        return bytes.toByteArray();
    }

    private static List<Integer> numbers(byte[] bytes, int from) {
        List<Integer> found = new ArrayList<>();
        for (int i = from; i + 1 < bytes.length; i += 2) {
            found.add(number(bytes, i));
        }
        return found;
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
