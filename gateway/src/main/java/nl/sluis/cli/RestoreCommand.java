package nl.sluis.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.audit.AuditLog;
import nl.sluis.outbox.ParkedMessages;
import nl.sluis.restore.RestoreDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./sluis restore}: shows what waits after a restore, marks a database that was put back, and releases it. */
@Command(name = "restore", description = "A node whose database was put back to an earlier moment.")
record RestoreCommand(PrintStream out, PrintStream err) {

    @Command(name = "show", description = "Show whether nothing goes out, and what waits.")
    int show(@Option(names = "--config", required = true, paramLabel = "FILE") Path file) throws IOException {
        return all(file, (organisation, at) -> {
            show(organisation, at.desk(), at.parked());
            return true;
        });
    }

    @Command(name = "mark", description = "From now on nothing goes out: the database was put back.")
    int mark(@Option(names = "--config", required = true, paramLabel = "FILE") Path file) throws IOException {
        return all(file, (organisation, at) -> {
            at.desk().mark(at.now());
            out.println(organisation + ": nothing goes out any more until it is released");
            return true;
        });
    }

    @Command(name = "release", description = "Let everything go that waits, after comparing.")
    int release(
            @Option(names = "--config", required = true, paramLabel = "FILE") Path file,
            @Option(names = "--by", required = true, paramLabel = "CODE", description = "Who released; no name.")
                    String by,
            @Option(names = "--stop", split = ",", paramLabel = "ID", description = "Messages that must not go.")
                    UUID @Nullable [] stopped)
            throws IOException {
        if (!RestoreDesk.isCode(by)) {
            err.println("--by: 2 to 40 letters, digits, dots, dashes and underscores");
            return 1;
        }
        List<UUID> stop = stopped == null ? List.of() : List.of(stopped);
        return all(file, (organisation, at) -> release(organisation, at, by, stop));
    }

    /** The database of one node, in one transaction. */
    private record At(RestoreDesk desk, ParkedMessages parked, Instant now) {}

    private interface Act {
        boolean on(String organisation, At at);
    }

    private int all(Path file, Act act) throws IOException {
        int failed = 0;
        for (Map<String, Object> node : ConfigurationFile.read(file)) {
            String organisation = String.valueOf(node.get("sluis.node.organisation"));
            try (NodeDatabase database = NodeDatabase.of(node)) {
                failed += one(organisation, database, act) ? 0 : 1;
            } catch (DataAccessException e) {
                failed++;
                err.println(organisation + ": the database cannot be used");
            }
        }
        return failed == 0 ? 0 : 1;
    }

    private static boolean one(String organisation, NodeDatabase database, Act act) {
        DriverManagerDataSource source =
                new DriverManagerDataSource(database.url(), database.username(), database.password());
        JdbcClient jdbc = JdbcClient.create(source);
        Clock clock = Clock.systemUTC();
        At at = new At(new RestoreDesk(jdbc, AuditLog.of(jdbc, clock)), new ParkedMessages(jdbc), clock.instant());
        return Boolean.TRUE.equals(new TransactionTemplate(new JdbcTransactionManager(source)).execute(status -> {
            boolean good = act.on(organisation, at);
            if (!good) {
                status.setRollbackOnly();
            }
            return good;
        }));
    }

    private void show(String organisation, RestoreDesk desk, ParkedMessages parked) {
        out.println(organisation + ": "
                + desk.standing()
                        .map(standing -> "restored, nothing goes out, " + standing)
                        .orElse("not restored")
                + "; "
                + parked.count() + " message(s) wait");
        parked.list()
                .forEach(message -> out.println("  " + message.id() + " " + message.createdAt() + " " + message.state()
                        + " " + message.kind() + " to " + message.recipient()));
    }

    private boolean release(String organisation, At at, String by, List<UUID> stop) {
        for (int i = 0; i < stop.size(); i++) {
            if (!at.parked().stop(stop.get(i), at.now())) {
                err.println(
                        organisation + ": --stop, number " + (i + 1) + ": no such message waits; nothing was released");
                return false;
            }
        }
        boolean held = at.desk().release(by, stop.size(), at.now());
        out.println(
                organisation + ": " + (held ? "released, " + stop.size() + " message(s) stopped" : "nothing was held"));
        return held || stop.isEmpty();
    }
}
