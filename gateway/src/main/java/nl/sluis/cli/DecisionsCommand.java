package nl.sluis.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import nl.sluis.decisions.DecisionExport;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code ./sluis decisions export}: the facts codes of every decision that is kept, of all nodes of a configuration. */
final class DecisionsCommand {

    private DecisionsCommand() {}

    static int export(Path file, PrintStream out, PrintStream err) throws IOException {
        int unread = 0;
        for (Map<String, Object> node : ConfigurationFile.read(file)) {
            try (NodeDatabase database = NodeDatabase.of(node)) {
                DriverManagerDataSource source =
                        new DriverManagerDataSource(database.url(), database.username(), database.password());
                DecisionExport export = new DecisionExport(new JdbcTemplate(source));
                TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
                transaction.setReadOnly(true);
                transaction.executeWithoutResult(status -> export.write(out));
            } catch (DataAccessException e) {
                unread++;
                err.println(node.get("sluis.node.organisation") + ": the decisions cannot be read");
            }
        }
        return unread == 0 ? 0 : 1;
    }
}
