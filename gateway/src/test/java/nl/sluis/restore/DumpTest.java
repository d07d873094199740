package nl.sluis.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluis.audit.AuditLog;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A dump that is put back as docs/operations/restore.md says. Needs {@code pg_dump} and {@code pg_restore} of the server's major
 * version: in the directory of {@code -Dsluis.dump.bin}, else on the PATH. The server is the embedded one, or that of
 * {@code -Dsluis.dump.server=host:port}. Skipped, saying so, where there are none.
 */
class DumpTest {

    private static final Pattern MAJOR = Pattern.compile("\\) (\\d+)");
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final String before = fresh();
    private final SettableClock clock = new SettableClock(NOW);

    @TempDir
    Path home;

    private Path tools;

    @BeforeEach
    void toolsOfTheServer() throws Exception {
        int server = jdbc(before)
                .sql("SELECT current_setting('server_version_num')::int / 10000")
                .query(Integer.class)
                .single();
        Optional<Path> found = tools(server);
        assumeThat(found)
                .as("skipped: no pg_dump of PostgreSQL %d on the PATH or in -Dsluis.dump.bin", server)
                .isPresent();
        tools = found.orElseThrow();
    }

    @Test
    void whatWasDumpedIsWholeAndNothingGoesOnceAnOperatorHasMarkedIt() throws Exception {
        Flyway.configure().dataSource(before, "postgres", "postgres").load().migrate();
        filled(before);
        Path dump = home.resolve("node.dump");
        run("pg_dump", "--format=custom", "--file=" + dump, "--dbname=" + address(before));
        String after = fresh();
        run("pg_restore", "--exit-on-error", "--no-owner", "--dbname=" + address(after), dump.toString());

        assertThat(tables(after)).isEqualTo(tables(before)).hasSizeGreaterThan(30);
        assertThat(tables(after).values()).anyMatch(count -> count > 0);
        Restoration node = node(after);
        node.look();
        assertThat(node.parked())
                .as("on the same server nothing tells a dump from before")
                .isFalse();
        transaction(after).executeWithoutResult(status -> new RestoreDesk(jdbc(after), audit(after)).mark(NOW));
        node.look();
        assertThat(node.parked()).isTrue();
        // The log goes on from where the dump was made
        assertThat(jdbc(after)
                        .sql("SELECT n || ' ' || event FROM audit_entry ORDER BY n")
                        .query(String.class)
                        .list())
                .containsExactly("1 message.sent", "2 restore.noticed");
    }

    private void filled(String url) {
        transaction(url).executeWithoutResult(status -> {
            audit(url).append("message.sent", UUID.randomUUID().toString(), Map.of("recipient", "wijkteam-noord"));
            jdbc(url)
                    .sql(
                            "INSERT INTO outgoing (sender, id, thread, form, kind, recipient, state, content, answer, created_at)"
                                    + " VALUES ('de-wilgenhof', gen_random_uuid(), gen_random_uuid(), 'MESSAGE', 'SIGNAL',"
                                    + " 'wijkteam-noord', 'QUEUED', decode('00ff', 'hex'), '', now())")
                    .update();
        });
    }

    private static Map<String, Long> tables(String url) {
        Map<String, Long> counts = new TreeMap<>();
        jdbc(url)
                .sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
                .query(String.class)
                .list()
                .forEach(table -> counts.put(
                        table,
                        jdbc(url)
                                .sql("SELECT count(*) FROM " + table)
                                .query(Long.class)
                                .single()));
        return counts;
    }

    private Restoration node(String url) {
        return new Restoration(
                new RestorationStore(jdbc(url)),
                audit(url),
                new RestoreSettings(RestoreSettings.NewTimeline.PARK, null, null),
                transaction(url),
                event -> {},
                clock);
    }

    private AuditLog audit(String url) {
        return AuditLog.of(jdbc(url), clock);
    }

    private static TransactionTemplate transaction(String url) {
        return new TransactionTemplate(new JdbcTransactionManager(TestDatabase.dataSource(url)));
    }

    private static JdbcClient jdbc(String url) {
        return JdbcClient.create(TestDatabase.dataSource(url));
    }

    private static String fresh() {
        String server = System.getProperty("sluis.dump.server");
        if (server == null) {
            return TestDatabase.freshUrl();
        }
        String name = "dump" + UUID.randomUUID().toString().replace("-", "");
        jdbc("jdbc:postgresql://" + server + "/postgres")
                .sql("CREATE DATABASE " + name)
                .update();
        return "jdbc:postgresql://" + server + "/" + name;
    }

    private static String address(String url) {
        String plain = url.substring("jdbc:".length()).replaceFirst("\\?.*", "");
        return plain.replaceFirst("://", "://postgres:postgres@");
    }

    private static Optional<Path> tools(int server) throws IOException, InterruptedException {
        String places = System.getProperty("sluis.dump.bin", System.getenv().getOrDefault("PATH", ""));
        for (String place : places.split(File.pathSeparator)) {
            Path dump = Path.of(place, "pg_dump");
            if (Files.isExecutable(dump) && Files.isExecutable(Path.of(place, "pg_restore")) && major(dump) == server) {
                return Optional.of(Path.of(place));
            }
        }
        return Optional.empty();
    }

    private static int major(Path program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(program.toString(), "--version").start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        Matcher number = MAJOR.matcher(said);
        return number.find() ? Integer.parseInt(number.group(1)) : -1;
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tools.resolve(program).toString()));
        command.addAll(Arrays.asList(arguments));
        Path said = home.resolve(program + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(program).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    }
}
