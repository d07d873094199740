package nl.sluis.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The line to an organisation, in front of all processes of its node. Bytes go through as they are, so TLS is from end to end; what
 * it does to a connection is slow it down, stop halfway in the question, or stop in the answer to a question that did arrive.
 */
final class FaultyLine implements AutoCloseable {

    private static final int CHUNK = 16 * 1024;
    private static final int CONNECT_MILLIS = 1_000;
    private static final int HANDSHAKE_BYTES = 4_000;

    private final ServerSocket door;
    private final List<Integer> far;
    private final Random random;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Tally tally = new Tally();
    private volatile boolean isCut;
    private volatile double trouble;

    private FaultyLine(ServerSocket door, List<Integer> far, long seed) {
        this.door = door;
        this.far = far;
        this.random = new Random(seed);
    }

    /** What was done to how many connections. */
    record Tally(AtomicInteger slowed, AtomicInteger throttled, AtomicInteger truncated, AtomicInteger unanswered) {
        Tally() {
            this(new AtomicInteger(), new AtomicInteger(), new AtomicInteger(), new AtomicInteger());
        }
    }

    /**
     * What becomes of one connection.
     *
     * @param delayMillis longest wait before each piece, which also changes the order between connections
     * @param chunk bytes in a piece
     * @param asked after how many bytes of questions it ends
     * @param answered after how many bytes of answers it ends
     */
    private record Fate(int delayMillis, int chunk, long asked, long answered) {}

    /**
     * Opens it.
     *
     * @param far ports of the node's processes on this machine; any that answers will do
     */
    static FaultyLine open(int port, List<Integer> far, long seed) throws IOException {
        ServerSocket door = new ServerSocket();
        door.setReuseAddress(true);
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        FaultyLine line = new FaultyLine(door, List.copyOf(far), seed);
        Thread.ofVirtual().start(line::accept);
        return line;
    }

    Tally tally() {
        return tally;
    }

    /** From now on nothing goes through, and what was under way ends. */
    void cut() {
        isCut = true;
        open.forEach(FaultyLine::end);
    }

    void mend() {
        isCut = false;
    }

    /** Which part of new connections something is done to, 0 to 1. */
    void trouble(double part) {
        trouble = part;
        // Connections are kept for long: without this a quiet one would stay as it is
        open.forEach(FaultyLine::end);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                Thread.ofVirtual().start(() -> serve(near));
            } catch (IOException e) {
                // Closed, or out of descriptors for a moment
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        }
    }

    private void serve(Socket near) {
        Socket onward = isCut ? null : connect();
        if (onward == null) {
            end(near);
            return;
        }
        open.add(near);
        open.add(onward);
        Fate fate = fate();
        Thread.ofVirtual().start(() -> pass(near, onward, fate, fate.asked()));
        pass(onward, near, fate, fate.answered());
        open.remove(near);
        open.remove(onward);
    }

    private Socket connect() {
        List<Integer> any = new ArrayList<>(far);
        Collections.shuffle(any);
        for (int port : any) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
                return socket;
            } catch (IOException e) {
                end(socket);
            }
        }
        return null;
    }

    private Fate fate() {
        synchronized (random) {
            if (random.nextDouble() >= trouble) {
                return new Fate(0, CHUNK, Long.MAX_VALUE, Long.MAX_VALUE);
            }
            long some = HANDSHAKE_BYTES + random.nextInt(30_000);
            switch (random.nextInt(4)) {
                case 0 -> {
                    tally.slowed().incrementAndGet();
                    return new Fate(1 + random.nextInt(300), CHUNK, Long.MAX_VALUE, Long.MAX_VALUE);
                }
                case 1 -> {
                    tally.throttled().incrementAndGet();
                    return new Fate(6, 256, Long.MAX_VALUE, Long.MAX_VALUE);
                }
                case 2 -> {
                    tally.truncated().incrementAndGet();
                    return new Fate(0, 1_000, some, Long.MAX_VALUE);
                }
                default -> {
                    tally.unanswered().incrementAndGet();
                    return new Fate(0, 1_000, Long.MAX_VALUE, some);
                }
            }
        }
    }

    private void pass(Socket from, Socket to, Fate fate, long most) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] piece = new byte[fate.chunk()];
            long left = most;
            for (int read = in.read(piece); read >= 0 && left > 0; read = in.read(piece)) {
                if (fate.delayMillis() > 0) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(wait(fate.delayMillis())));
                }
                out.write(piece, 0, (int) Math.min(read, left));
                left -= read;
            }
        } catch (IOException e) {
            // One of the two has ended; so does the other
        } finally {
            end(from);
            end(to);
        }
    }

    private int wait(int longest) {
        synchronized (random) {
            return random.nextInt(longest + 1);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It has ended
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
