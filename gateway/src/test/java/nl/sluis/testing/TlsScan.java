package nl.sluis.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What a port takes of TLS, found with hellos of its own making: every number that a version, a suite or a group can have is
 * offered, also those that no library here would offer.
 */
public final class TlsScan {

    /** SSL 3.0 to TLS 1.3, as they stand on the line. */
    public static final List<Integer> VERSIONS = List.of(0x0300, 0x0301, 0x0302, 0x0303, 0x0304);

    private static final int TLS_13 = 0x0304;
    private static final int P256 = 0x0017;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int NUMBERS = 0x10000;

    /** So many go into a hello of one record, with room for the rest of it. */
    private static final int AT_ONCE = 4096;

    /** Words to the server, and no suites (RFC 5746, RFC 7507). */
    private static final List<Integer> SIGNALS = List.of(0x00ff, 0x5600);

    private final int port;

    public TlsScan(int port) {
        this.port = port;
    }

    /** Every suite that is taken with that version; none when the version is not. */
    public SortedSet<Integer> suites(int version) throws IOException {
        SortedSet<Integer> found = new TreeSet<>();
        for (List<Integer> left : chunks(SIGNALS)) {
            Optional<Chosen> chosen = hello(version, left, usualGroups());
            while (chosen.isPresent()) {
                found.add(chosen.get().suite());
                left.remove((Integer) chosen.get().suite());
                chosen = hello(version, left, usualGroups());
            }
        }
        return found;
    }

    /** Every group that is taken with that version. */
    public SortedSet<Integer> groups(int version) throws IOException {
        SortedSet<Integer> found = new TreeSet<>();
        List<Integer> suites = List.copyOf(suites(version));
        for (List<Integer> left : chunks(List.of())) {
            Optional<Integer> group = group(version, suites, left);
            while (group.isPresent() && left.remove(group.get())) {
                found.add(group.get());
                group = group(version, suites, left);
            }
        }
        return found;
    }

    // Before TLS 1.3 the curve of the server's certificate must be offered too; last, since the server goes by our
    // order
    private Optional<Integer> group(int version, List<Integer> suites, List<Integer> wanted) throws IOException {
        List<Integer> offered = new ArrayList<>(wanted);
        if (version < TLS_13 && !offered.isEmpty()) {
            offered.remove((Integer) P256);
            offered.add(P256);
        }
        return hello(version, suites, offered).flatMap(Chosen::group);
    }

    /** Whether a hello of SSL 2.0 is answered as such a server answers. */
    public boolean takesSsl2() throws IOException {
        byte[] hello = {
            (byte) 0x80,
            0x1c,
            1,
            0,
            2,
            0,
            3,
            0,
            0,
            0,
            16,
            7,
            0,
            (byte) 0xc0,
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            10,
            11,
            12,
            13,
            14,
            15,
            16
        };
        try (Socket socket = connected()) {
            socket.getOutputStream().write(hello);
            byte[] answer = socket.getInputStream().readNBytes(3);
            return answer.length == 3 && (answer[0] & 0x80) != 0 && answer[2] == 4;
        } catch (IOException e) {
            return false;
        }
    }

    /** What a server chose. */
    private record Chosen(int suite, Optional<Integer> group) {}

    private Optional<Chosen> hello(int version, List<Integer> suites, List<Integer> groups) throws IOException {
        try (Socket socket = connected()) {
            socket.getOutputStream().write(record(version, TlsHello.of(version, suites, groups)));
            return chosen(version, new DataInputStream(socket.getInputStream()));
        }
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static byte[] record(int version, byte[] hello) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(22);
        out.writeShort(Math.min(version, 0x0301));
        out.writeShort(hello.length);
        out.write(hello);
        return bytes.toByteArray();
    }

    /** Reads messages until the choice is known; empty when there is none of that version. */
    private static Optional<Chosen> chosen(int version, DataInputStream in) throws IOException {
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        try {
            while (in.readUnsignedByte() == 22) {
                in.readUnsignedShort();
                messages.write(in.readNBytes(in.readUnsignedShort()));
                Optional<Chosen> read = TlsScan.read(version, messages.toByteArray());
                if (read.isPresent()) {
                    return read;
                }
            }
            return Optional.empty();
        } catch (EOFException | java.net.SocketException e) {
            return Optional.empty();
        }
    }

    private static Optional<Chosen> read(int version, byte[] messages) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(messages));
        Optional<Integer> suite = Optional.empty();
        while (in.available() >= 4) {
            int head = in.readInt();
            byte[] body = in.readNBytes(head & 0xffffff);
            if (body.length < (head & 0xffffff)) {
                return Optional.empty();
            }
            DataInputStream message = new DataInputStream(new ByteArrayInputStream(body));
            switch (head >>> 24) {
                // ServerHello
                case 2 -> {
                    Optional<TlsHello.Answer> answer =
                            Optional.of(TlsHello.answer(message)).filter(given -> given.version() == version);
                    if (answer.isEmpty() || version == TLS_13) {
                        return answer.map(given -> new Chosen(given.suite(), given.group()));
                    }
                    suite = answer.map(TlsHello.Answer::suite);
                }
                // ServerKeyExchange: of a named curve, or of numbers of its own
                case 12 -> {
                    boolean named = message.readUnsignedByte() == 3;
                    Optional<Integer> group =
                            named ? Optional.of(message.readUnsignedShort()) : Optional.<Integer>empty();
                    return suite.map(found -> new Chosen(found, group));
                }
                // ServerHelloDone: by a key that is not ephemeral
                case 14 -> {
                    return suite.map(found -> new Chosen(found, Optional.empty()));
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private static List<List<Integer>> chunks(List<Integer> without) {
        List<List<Integer>> chunks = new ArrayList<>();
        for (int from = 0; from < NUMBERS; from += AT_ONCE) {
            List<Integer> chunk = new ArrayList<>(
                    IntStream.range(from, from + AT_ONCE).boxed().toList());
            chunk.removeAll(without);
            chunks.add(chunk);
        }
        return chunks;
    }

    /** Curves and finite fields that IANA lists, and hybrid ones. */
    private static List<Integer> usualGroups() {
        return IntStream.concat(
                        IntStream.concat(IntStream.rangeClosed(1, 0x29), IntStream.rangeClosed(0x100, 0x104)),
                        IntStream.rangeClosed(0x11eb, 0x11ee))
                .boxed()
                .toList();
    }
}
