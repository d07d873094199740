package nl.sluis.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.audit.AuditLog;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.checkpoint.SignedCheckpoint;
import nl.sluis.directory.Directory;
import nl.sluis.directory.DirectorySettings;
import nl.sluis.directory.Partner;
import nl.sluis.witness.AdmitDesk;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code ./sluis audit disputes}, {@code admit} and {@code dismiss}: what a witness does about a partner's log. */
final class AdmitCommand {

    private final PrintStream out;
    private final PrintStream err;

    AdmitCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** The database and the directory of one node, in one transaction. */
    private record At(AdmitDesk desk, Directory directory, Clock clock) {}

    private interface Act {
        boolean on(String organisation, At at);
    }

    /** Lists what is open; 0 also when there is something. */
    int disputes(Path file) throws IOException {
        return all(file, (organisation, at) -> {
            List<String> open = at.desk().open();
            out.println(organisation + ": " + open.size() + " dispute(s)");
            open.forEach(line -> out.println("  " + line));
            return true;
        });
    }

    /** The log of a partner goes on from the checkpoint that was refused; 0 when there was a dispute about it. */
    int admit(Path file, String partner, String by) throws IOException {
        return decide(
                file,
                by,
                (organisation, at) -> told(
                        organisation,
                        partner(at, partner)
                                .filter(known ->
                                        at.desk().admit(known, by, at.clock().instant()))
                                .isPresent(),
                        "the log of " + partner + " goes on from the checkpoint that was refused"));
    }

    /** Nothing changes but that the alarm ends; 0 when there was one. */
    int dismiss(Path file, String partner, String by) throws IOException {
        return decide(
                file,
                by,
                (organisation, at) -> told(
                        organisation,
                        partner(at, partner)
                                .filter(known -> at.desk()
                                        .dismiss(known.id(), by, at.clock().instant()))
                                .isPresent(),
                        "what was countersigned of " + partner + " stands"));
    }

    /** Writes the last checkpoint of a partner that was countersigned here; 0 when there is one. */
    int witnessed(Path file, String partner) throws IOException {
        return all(file, (organisation, at) -> {
            Optional<SignedCheckpoint> last =
                    partner(at, partner).flatMap(known -> at.desk().last(known));
            last.ifPresentOrElse(
                    seen -> out.writeBytes(seen.cms()),
                    () -> err.println(organisation + ": nothing of that log was countersigned"));
            return last.isPresent();
        });
    }

    private int decide(Path file, String by, Act act) throws IOException {
        if (!AdmitDesk.isCode(by)) {
            err.println("--by: 2 to 40 letters, digits, dots, dashes and underscores");
            return 1;
        }
        return all(file, act);
    }

    private boolean told(String organisation, boolean done, String what) {
        out.println(organisation + ": " + (done ? what : "there is no dispute about that log"));
        return done;
    }

    private static Optional<Partner> partner(At at, String partner) {
        return at.directory().lastKnown(new OrganisationId(partner));
    }

    private int all(Path file, Act act) throws IOException {
        int failed = 0;
        for (Map<String, Object> node : ConfigurationFile.read(file)) {
            String organisation = String.valueOf(node.get("sluis.node.organisation"));
            try (NodeDatabase database = NodeDatabase.of(node)) {
                failed += one(organisation, node, database, act) ? 0 : 1;
            } catch (DataAccessException e) {
                failed++;
                err.println(organisation + ": the database cannot be used");
            }
        }
        return failed == 0 ? 0 : 1;
    }

    private static boolean one(String organisation, Map<String, Object> node, NodeDatabase database, Act act) {
        DriverManagerDataSource source =
                new DriverManagerDataSource(database.url(), database.username(), database.password());
        JdbcClient jdbc = JdbcClient.create(source);
        Clock clock = Clock.systemUTC();
        Directory directory = new Directory(
                ConfigurationFile.binder(node).bindOrCreate("sluis.directory", DirectorySettings.class), clock);
        At at = new At(new AdmitDesk(jdbc, AuditLog.of(jdbc, clock)), directory, clock);
        return Boolean.TRUE.equals(new TransactionTemplate(new JdbcTransactionManager(source))
                .execute(status -> act.on(organisation, at)));
    }
}
