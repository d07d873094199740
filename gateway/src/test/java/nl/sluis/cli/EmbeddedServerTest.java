package nl.sluis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an embedded server finds in its directory when it starts. A killed node is in nl.sluis.process.KilledReceiverTest. */
class EmbeddedServerTest {

    @TempDir
    Path directory;

    @Test
    void aServerThatIsInUseIsNotTouched() throws Exception {
        try (EmbeddedServer first = EmbeddedServer.start(directory)) {
            String url = first.url("in-use");
            assertThatThrownBy(
                            () -> EmbeddedServer.start(directory.resolve("..").resolve(directory.getFileName())))
                    .isInstanceOf(ConfigurationFault.class)
                    .hasMessage("sluis.node.database.embedded: another process uses this directory");
            assertThat(answers(url)).isTrue();
        }
        assertThat(EmbeddedServer.runningUrl(directory, "in-use")).isEmpty();
    }

    @Test
    void aPidFileThatNamesTheServerOfAnotherNodeLeavesThatOneAlone(@TempDir Path elsewhere) throws Exception {
        EmbeddedServer.start(directory).close();
        try (EmbeddedServer other = EmbeddedServer.start(elsewhere)) {
            String url = other.url("other");
            List<String> pidFile = Files.readAllLines(elsewhere.resolve("pg").resolve("postmaster.pid"));
            leave(pidFile.getFirst() + "\n" + directory.resolve("pg") + "\n1\n" + pidFile.get(3) + "\n");
            assertThat(EmbeddedServer.runningUrl(directory, "mine")).isEmpty();
            try (EmbeddedServer mine = EmbeddedServer.start(directory)) {
                assertThat(answers(mine.url("mine"))).isTrue();
                assertThat(answers(url)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a number", "4194304", "this program"})
    void aPidFileOfNoServerDoesNotKeepItFromStarting(String first) throws Exception {
        EmbeddedServer.start(directory).close();
        String pid = first.equals("this program")
                ? Long.toString(ProcessHandle.current().pid())
                : first;
        leave(pid + "\n" + directory.resolve("pg") + "\n1\n5432\n");
        try (EmbeddedServer server = EmbeddedServer.start(directory)) {
            assertThat(answers(server.url("mine"))).isTrue();
        }
    }

    private void leave(String pidFile) throws IOException {
        Files.writeString(directory.resolve("pg").resolve("postmaster.pid"), pidFile);
    }

    private static boolean answers(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres")) {
            return connection.isValid(10);
        }
    }
}
