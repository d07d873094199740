package nl.sluis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What an operator does at the terminal about retention and after a restore. */
class RestoreCommandTest {

    private final DataSource database = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    private Path file = Path.of("");

    @BeforeEach
    void configure() throws IOException {
        file = directory.resolve("node.yml");
        Files.writeString(file, """
                sluis.node.organisation: de-wilgenhof
                sluis.node.database:
                  url: %s
                  username: postgres
                  password: postgres
                """.formatted(((DriverManagerDataSource) database).getUrl()));
    }

    @Test
    void marksShowsAndReleasesAndStopsWhatWasTakenBack() {
        UUID goes = message("QUEUED", 1);
        UUID stays = message("HOLD", 2);
        assertThat(run("restore", "mark")).isZero();
        assertThat(run("restore", "show")).isZero();
        assertThat(said())
                .contains("restored, nothing goes out", "2 message(s) wait", goes.toString(), stays.toString());

        assertThat(run("restore", "release", "--by", "ict-7", "--stop", stays + "," + UUID.randomUUID()))
                .isEqualTo(1);
        assertThat(said()).contains("number 2: no such message waits; nothing was released");
        assertThat(state(stays)).as("all or nothing").isEqualTo("HOLD");
        assertThat(run("restore", "release", "--by", "Jan Jansen")).isEqualTo(1);

        assertThat(run("restore", "release", "--by", "ict-7", "--stop", stays.toString()))
                .isZero();
        assertThat(state(stays)).isEqualTo("WITHDRAWN");
        assertThat(state(goes)).isEqualTo("QUEUED");
        said.reset();
        assertThat(run("restore", "show")).isZero();
        assertThat(said()).contains("not restored; 1 message(s) wait");
        assertThat(run("restore", "release", "--by", "ict-7")).isZero();
        assertThat(said()).contains("nothing was held");
    }

    @Test
    void isToldHowWhenItIsNotUnderstood() {
        assertThat(run("restore", "release")).isEqualTo(Sluis.USAGE);
        assertThat(run("restore", "release", "--by", "ict-7", "--stop", "that one"))
                .isEqualTo(Sluis.USAGE);
    }

    @Test
    void showsWhatWouldBeDestroyedAndDestroysNothing() {
        message("DELIVERED", 200);
        message("DELIVERED", 178);
        assertThat(run("retention")).isZero();
        assertThat(said().lines().filter(line -> line.contains("outgoing.traffic")))
                .singleElement()
                .asString()
                .matches(".*sluis.retention.traffic +P6M .* 1 +[01]$");
        assertThat(jdbc.sql("SELECT count(*) FROM outgoing").query(Long.class).single())
                .isEqualTo(2);
    }

    private UUID message(String state, int days) {
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO outgoing (sender, id, thread, form, kind, recipient, state, content, answer, created_at)"
                        + " VALUES ('de-wilgenhof', ?, ?, 'MESSAGE', 'SIGNAL', 'wijkteam-noord', ?, 'c', '',"
                        + " now() - make_interval(days => ?))")
                .params(id, id, state, days)
                .update();
        return id;
    }

    private String state(UUID id) {
        return jdbc.sql("SELECT state FROM outgoing WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private int run(String... command) {
        List<String> args = new ArrayList<>(List.of(command));
        args.add("--config");
        args.add(file.toString());
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return Sluis.run(args.toArray(String[]::new), InputStream.nullInputStream(), out, out);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
