package nl.sluis.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.sluis.attachment.ContentScanner.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against clamd itself, with one signature written by hand and no other. */
class ClamdTest {

    private static final Path CLAMD = Path.of("/usr/sbin/clamd");
    private static final String MARK = "Sluis-hand-written-test-signature-4711";

    @Test
    void clamdFindsWhatItsSignatureDescribesAndNothingElse(@TempDir Path home) throws Exception {
        assumeTrue(Files.isExecutable(CLAMD), "skipped: there is no clamd here (Debian: clamav-daemon)");
        int port = freePort();
        Process clamd = start(home, port);
        try {
            ContentScanner scanner =
                    new ClamAvScanner(new ScanSettings.ClamAv("127.0.0.1", port, Duration.ofMinutes(1)));
            await("clamd listens; it said: " + home.resolve("said.log"))
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> scan(scanner, "schoon") instanceof Finding.Clean);
            assertThat(scan(scanner, "x".repeat(300_000) + MARK))
                    .isInstanceOfSatisfying(
                            Finding.Infected.class,
                            infected -> assertThat(infected.signature()).startsWith("Sluis.Test"));
        } finally {
            clamd.destroy();
            assertThat(clamd.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static Finding scan(ContentScanner scanner, String content) {
        return scanner.scan(new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private static Process start(Path home, int port) throws IOException {
        Path signatures = Files.createDirectories(home.resolve("signatures"));
        String hex = HexFormat.of().formatHex(MARK.getBytes(StandardCharsets.US_ASCII));
        Files.writeString(signatures.resolve("test.ndb"), "Sluis.Test:0:*:" + hex + "\n");
        Path settings = Files.write(
                home.resolve("clamd.conf"),
                List.of(
                        "Foreground yes",
                        "TCPSocket " + port,
                        "TCPAddr 127.0.0.1",
                        "DatabaseDirectory " + signatures,
                        "TemporaryDirectory " + home));
        return new ProcessBuilder(CLAMD.toString(), "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("said.log").toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
