package nl.sluis.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.sluis.certs.DevelopmentPki;
import nl.sluis.certs.Holder;
import nl.sluis.certs.PkiFiles;
import nl.sluis.cli.RunningNodes;
import nl.sluis.demo.Neighbourhood.Member;
import org.springframework.util.FileSystemUtils;

/** Starts the neighbourhood, plays the story, and stays up for whoever wants to look around. */
public final class Demo {

    private static final int FIRST_PORT = 8443;
    private static final long STOP_SECONDS = 30;

    private final Path root;
    private final PrintStream out;

    /** Works in a checkout: certificates go to {@code certs-dev/out}, databases to {@code .sluis/demo}. */
    public Demo(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    /**
     * Runs.
     *
     * @param once stop after the story
     * @return 0 when every step ended as told
     * @throws IOException when certificates or databases cannot be made
     * @throws InterruptedException when stopped
     */
    public int run(boolean once) throws IOException, InterruptedException {
        Instant begin = Instant.now();
        PkiFiles files = DevelopmentPki.generate(root.resolve("certs-dev").resolve("out"), Holder.lindedam());
        Path data = freshData();
        Neighbourhood neighbourhood = new Neighbourhood(files, data, firstPort(), entryKey());
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        // Ctrl-C ends the waiting below, and lets it clean up before the JVM goes
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.countDown();
            awaitQuietly(stopped);
        }));
        try (RunningNodes nodes = RunningNodes.start(neighbourhood.nodes(List.of(Member.values())))) {
            out.printf(
                    Locale.ROOT,
                    "%d nodes are up after %.1f s.%n",
                    Member.values().length,
                    Duration.between(begin, Instant.now()).toMillis() / 1000.0);
            int failed = new Story(neighbourhood, nodes, out, Clock.systemDefaultZone()).play();
            out.println(failed == 0 ? "The story ended as told." : failed + " step(s) did not end as told.");
            if (once) {
                return failed == 0 ? 0 : 1;
            }
            out.println("Sluis is ready: " + neighbourhood.address(Member.WIJKTEAM) + "/enter?key="
                    + neighbourhood.entryKey());
            stop.await();
            return 0;
        } finally {
            FileSystemUtils.deleteRecursively(data);
            stopped.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // The story is told from its beginning every time
    private Path freshData() throws IOException {
        Path parent = Files.createDirectories(root.resolve(".sluis"));
        return Files.createTempDirectory(parent, "demo-");
    }

    private static int firstPort() {
        String port = System.getenv("SLUIS_DEMO_PORT");
        return port == null || port.isBlank() ? FIRST_PORT : Integer.parseInt(port.trim());
    }

    private static String entryKey() {
        byte[] key = new byte[16];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key);
    }
}
