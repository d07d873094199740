package nl.sluis.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports below the range that systems give out by themselves, so that they stay free between a stop and a start. */
public final class FreePorts {

    private static final int TRIES = 200;

    private FreePorts() {}

    /**
     * A port such that those at these distances from it are all free now.
     *
     * @throws IOException when there is none
     */
    public static int base(int... distances) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            int base = ThreadLocalRandom.current().nextInt(12_000, 30_000);
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
