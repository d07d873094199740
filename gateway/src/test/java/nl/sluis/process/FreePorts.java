package nl.sluis.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports below the range that systems give out by themselves, so that they stay free between a stop and a start. */
public final class FreePorts {

    private static final int TRIES = 200;
    private static final int FIRST = 12_000;
    private static final int EACH = 9_000;
    /** Tests run in several processes at a time: each has ports of its own, so that none takes what another has just found free. */
    private static final int OURS = FIRST + (Integer.getInteger("sluis.test.fork", 1) - 1) % 2 * EACH;

    private FreePorts() {}

    /**
     * A port such that those at these distances from it are all free now.
     *
     * @throws IOException when there is none
     */
    public static int base(int... distances) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            int base = ThreadLocalRandom.current().nextInt(OURS, OURS + EACH);
            if (IntStream.of(distances).map(distance -> base + distance).allMatch(FreePorts::isFree)) {
                return base;
            }
        }
        throw new IOException("no free ports");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort() == port;
        } catch (IOException e) {
            return false;
        }
    }
}
