package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A system that leaves files on an SFTP server, which is away now and then, and the whole path behind it. */
@ExtendWith(NodesExtension.class)
class SftpChannelTest {

    private static final Duration CEILING = Duration.ofSeconds(60);

    private final SchoolAlone node;
    private final Path folder;

    SftpChannelTest(SchoolAlone node) {
        this.node = node;
        this.folder = node.folders().sftp().files().resolve(SchoolFolders.REMOTE);
    }

    @Test
    void aMessageIsDecidedAboutOnceAndAnsweredBesideItsFile() throws IOException {
        String child = "order-" + UUID.randomUUID();
        String message = EndedBasisTest.onOrder(child);
        EndedBasisTest.ordered(node, child, Samples.today().plusMonths(3));
        long before = outgoing();
        drop("a.json", message);
        String answer = Files.readString(answered("done", "a.json"));
        assertThat(answer).contains("\"outcome\":\"PERMIT\"");
        assertThat(outgoing()).isEqualTo(before + 1);

        drop("again.json", message);
        assertThat(Files.readString(answered("done", "again.json"))).isEqualTo(answer);
        assertThat(outgoing()).isEqualTo(before + 1);
    }

    @Test
    void whatCannotBeReadFailsWithItsReason() throws IOException {
        drop("half.json", "{\"kind\":");
        assertThat(Files.readString(answered("failed", "half.json"))).contains("NOT_JSON");
        Path huge = Files.write(folder.resolve(".huge"), new byte[0]);
        try (var file = Files.newByteChannel(huge, StandardOpenOption.WRITE)) {
            file.position(64L << 20).write(java.nio.ByteBuffer.wrap(new byte[1]));
        }
        Files.move(huge, folder.resolve("huge.json"));
        Path answer = answered("failed", "huge.json");
        assertThat(Files.readString(answer)).contains("TOO_LARGE");
        Files.delete(answer.resolveSibling("huge.json"));
    }

    /** As a slow client leaves it: it is not read while it grows. */
    @Test
    void aFileThatGrowsIsWaitedFor() throws IOException {
        Path growing = Files.writeString(folder.resolve("growing.json"), "[");
        await().pollInterval(Duration.ofMillis(40))
                .during(Duration.ofSeconds(1))
                .atMost(CEILING)
                .until(() -> {
                    Files.writeString(growing, " ", StandardOpenOption.APPEND);
                    return Files.exists(growing);
                });
        Files.writeString(growing, "]", StandardOpenOption.APPEND);
        assertThat(answered("failed", "growing.json").resolveSibling("growing.json"))
                .content()
                .startsWith("[ ")
                .endsWith(" ]");
    }

    @Test
    void aFileThatMayNotBeReadHoldsUpNoNewerOne() throws IOException {
        node.folders().sftp().close("closed.json");
        drop("closed.json", "[]");
        drop("newer.json", "[]");

        answered("failed", "newer.json");

        await().atMost(CEILING).until(() -> health().contains("NOT_READ"));
        assertThat(folder.resolve("closed.json")).exists();
        Files.delete(folder.resolve("closed.json"));
        await().atMost(CEILING).until(() -> !health().contains("NOT_READ"));
    }

    @Test
    void saysThatTheServerIsAwayAndLosesNothing() throws IOException {
        node.folders().sftp().stop();
        await().atMost(CEILING).until(() -> health().contains("SERVER_AWAY"));
        drop("waits.json", "[]");
        node.folders().sftp().again();
        answered("failed", "waits.json");
        await().atMost(CEILING).until(() -> !health().contains("SERVER_AWAY"));
    }

    private void drop(String name, String content) throws IOException {
        Files.move(Files.writeString(folder.resolve("." + name), content), folder.resolve(name));
    }

    private Path answered(String place, String name) {
        await().atMost(CEILING).until(() -> !Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS));
        try (Stream<Path> found = Files.find(
                folder.resolve(place),
                2,
                (path, is) -> path.getFileName().toString().equals(name))) {
            Path own = found.findFirst().orElseThrow().getParent();
            try (Stream<Path> beside = Files.list(own)) {
                return beside.filter(file -> file.getFileName().toString().startsWith("sluis-answer."))
                        .findFirst()
                        .orElseThrow();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private long outgoing() {
        return node.part(JdbcClient.class)
                .sql("SELECT count(*) FROM outgoing WHERE form = 'MESSAGE'")
                .query(Long.class)
                .single();
    }

    private String health() throws IOException {
        URI address = node.management().resolve("/actuator/health/channels");
        try (var in = address.toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
