package nl.sluis.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Violation;
import nl.sluis.submit.PartnerChannel;
import nl.sluis.testing.SftpHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of a real SFTP server, also one that is another than it says, goes away or names files that cannot be. */
class SftpServerTest {

    private static final Answer ANSWER =
            new Answer(new Payload("text/csv", "sluis\r\n".getBytes(StandardCharsets.UTF_8)), true, "csv");
    private static final int LARGEST = 1_000;

    @TempDir
    Path directory;

    private SftpHost host;
    private Path folder;
    private SftpServer server;

    @BeforeEach
    void start() throws IOException {
        host = new SftpHost(directory);
        folder = Files.createDirectory(host.files().resolve("in"));
        server = server(host.key(), host.hosts(), "/in");
    }

    @AfterEach
    void stop() throws IOException {
        server.stop();
        host.close();
    }

    @Test
    void aFileThatWasReadLiesBesideItsAnswer() throws IOException {
        Files.writeString(folder.resolve("export.csv"), "eerste");
        try (SftpServer.Visit visit = server.visit()) {
            SftpServer.Listed file = visit.files().getFirst();
            assertThat(visit.unreadable(file)).isEmpty();
            assertThat(visit.read(file))
                    .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("eerste"));
            visit.dealtWith(file, "0a", ANSWER);
            assertThat(visit.files()).isEmpty();
        }
        assertThat(folder.resolve("done/0a/export.csv")).hasContent("eerste");
        assertThat(folder.resolve("done/0a/sluis-answer.csv")).exists();
        assertThat(names(folder.resolve("done/0a"))).containsExactlyInAnyOrder("export.csv", "sluis-answer.csv");
    }

    @Test
    void twoThatReadOneFileLeaveItOnce() throws IOException {
        Files.writeString(folder.resolve("export.csv"), "eerste");
        try (SftpServer.Visit one = server.visit();
                SftpServer.Visit other = server.visit()) {
            SftpServer.Listed first = one.files().getFirst();
            SftpServer.Listed second = other.files().getFirst();
            one.dealtWith(first, "0a", ANSWER);
            other.dealtWith(second, "0a", ANSWER);
            assertThat(other.read(second)).isEmpty();
        }
        assertThat(names(folder.resolve("done/0a"))).containsExactlyInAnyOrder("export.csv", "sluis-answer.csv");
    }

    @Test
    void aFileThatCameInThePlaceOfTheOneThatWasReadIsTakenToo() throws IOException {
        Files.writeString(folder.resolve("export.csv"), "eerste");
        try (SftpServer.Visit visit = server.visit()) {
            SftpServer.Listed file = visit.files().getFirst();
            Files.writeString(folder.resolve("export.csv"), "tweede en langer");
            assertThat(visit.read(file)).as("it grew").isEmpty();
            visit.dealtWith(file, "0a", ANSWER);
            assertThat(visit.files())
                    .singleElement()
                    .satisfies(left -> assertThat(visit.read(left))
                            .hasValueSatisfying(
                                    bytes -> assertThat(bytes).asString().isEqualTo("tweede en langer")));
        }
        assertThat(folder.resolve("done/0a/sluis-answer.csv")).exists();
        assertThat(folder.resolve("done/0a/export.csv")).doesNotExist();
    }

    @Test
    void whatStoppedHalfwayIsDoneAgainInTheSamePlace() throws IOException {
        Files.writeString(folder.resolve("export.csv"), "eerste");
        Path own = Files.createDirectories(folder.resolve("done/0a"));
        Files.writeString(own.resolve("sluis-answer.csv"), "half");
        Files.writeString(own.resolve(".sluis-answer.part"), "ha");
        Files.writeString(own.resolve("export.csv"), "eerste");
        try (SftpServer.Visit visit = server.visit()) {
            visit.dealtWith(visit.files().getFirst(), "0a", ANSWER);
        }
        assertThat(own.resolve("sluis-answer.csv")).hasContent("sluis");
        assertThat(names(own)).containsExactlyInAnyOrder("export.csv", "sluis-answer.csv");
    }

    @Test
    void aServerThatGoesAwayLeavesTheFileWhereItWas() throws IOException {
        Files.writeString(folder.resolve("export.csv"), "eerste");
        try (SftpServer.Visit visit = server.visit()) {
            SftpServer.Listed file = visit.files().getFirst();
            host.stop();
            assertThatThrownBy(() -> visit.dealtWith(file, "0a", ANSWER)).isInstanceOf(IOException.class);
        }
        assertThat(trouble(server)).isEqualTo(Trouble.SERVER_AWAY);
        assertThat(folder.resolve("export.csv")).hasContent("eerste");
        host.again();
        try (SftpServer.Visit visit = server.visit()) {
            assertThat(visit.files()).hasSize(1);
        }
    }

    @Test
    void speaksToNoServerWhoseKeyIsNotOnFileAndSaysWhenItIsNotLetIn() throws IOException {
        SftpServer stranger = server(host.key(), host.otherHosts(), "/in");
        assertThat(trouble(stranger)).isEqualTo(Trouble.HOST_KEY);
        stranger.stop();
        SftpServer unknown = server(host.key(), Files.writeString(directory.resolve("empty"), ""), "/in");
        assertThat(trouble(unknown)).isEqualTo(Trouble.HOST_KEY);
        unknown.stop();
        SftpServer closed = server(host.otherKey(), host.hosts(), "/in");
        assertThat(trouble(closed)).isEqualTo(Trouble.LOGIN_REFUSED);
        closed.stop();
        SftpServer nowhere = server(host.key(), host.hosts(), "/elsewhere");
        try (SftpServer.Visit visit = nowhere.visit()) {
            assertThatThrownBy(visit::files)
                    .isInstanceOfSatisfying(
                            SftpServer.Refused.class,
                            why -> assertThat(why.trouble()).isEqualTo(Trouble.NO_FOLDER));
        }
        nowhere.stop();
    }

    @Test
    void readsNoLinkNoFolderAndNoMoreThanItsLimit() throws IOException {
        Files.createDirectory(folder.resolve("map"));
        Files.writeString(folder.resolve(".half"), "x");
        Files.writeString(folder.resolve("a\u0001b.csv"), "x");
        Files.writeString(folder.resolve("huge.csv"), "x".repeat(LARGEST + 1));
        Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("huge.csv"));
        try (SftpServer.Visit visit = server.visit()) {
            List<SftpServer.Listed> files = visit.files();
            assertThat(files).extracting(SftpServer.Listed::name).containsExactlyInAnyOrder("huge.csv", "link.csv");
            assertThat(visit.strange()).isTrue();
            assertThat(files.stream()
                            .map(visit::unreadable)
                            .flatMap(Optional::stream)
                            .map(Violation::code))
                    .containsExactlyInAnyOrder("TOO_LARGE", "NOT_A_FILE");
        }
    }

    private SftpServer server(Path key, Path hosts, String path) {
        SftpServer made = new SftpServer(
                new PartnerChannel.Sftp(
                        "127.0.0.1",
                        host.port(),
                        SftpHost.USER,
                        key,
                        hosts,
                        path,
                        Duration.ofMillis(100),
                        Duration.ofMillis(100)),
                LARGEST);
        made.start();
        return made;
    }

    private static Trouble trouble(SftpServer server) {
        try (SftpServer.Visit visit = server.visit()) {
            throw new AssertionError("let in, with " + visit.files().size());
        } catch (SftpServer.Refused refused) {
            return refused.trouble();
        } catch (IOException other) {
            throw new AssertionError(other);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> String.valueOf(each.getFileName())).toList();
        }
    }
}
