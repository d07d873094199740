package nl.sluis.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.sluis.audit.AuditVerifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code ./sluis audit verify}: reads the whole chain of each node and names the first row that is not as it was written. */
final class AuditCommand {

    private AuditCommand() {}

    static int verify(Path file, PrintStream out, PrintStream err) throws IOException {
        return verify(ConfigurationFile.read(file), out, err);
    }

    static int verify(List<Map<String, Object>> nodes, PrintStream out, PrintStream err) throws IOException {
        int broken = 0;
        for (Map<String, Object> node : nodes) {
            String organisation = String.valueOf(node.get("sluis.node.organisation"));
            try (NodeDatabase database = NodeDatabase.of(node)) {
                AuditVerifier.Result result = verify(database);
                switch (result) {
                    case AuditVerifier.Result.Intact intact ->
                        out.println(organisation + ": intact, " + intact.entries() + " entries");
                    case AuditVerifier.Result.Broken at -> {
                        broken++;
                        out.println(organisation + ": BROKEN at entry " + at.n());
                    }
                }
            } catch (DataAccessException e) {
                broken++;
                err.println(organisation + ": the audit cannot be read");
            }
        }
        return broken == 0 ? 0 : 1;
    }

    private static AuditVerifier.Result verify(NodeDatabase database) {
        DriverManagerDataSource source =
                new DriverManagerDataSource(database.url(), database.username(), database.password());
        AuditVerifier verifier = new AuditVerifier(new JdbcTemplate(source));
        // In one transaction: a snapshot, and rows that are streamed
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        transaction.setReadOnly(true);
        transaction.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
        return Objects.requireNonNull(transaction.execute(status -> verifier.verify()));
    }
}
