package nl.sluis.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database of one node, for a command that looks at it. An embedded one is used as it runs, or started and stopped again.
 *
 * @param started the embedded server that was started for this; null when there was none to start
 */
record NodeDatabase(
        String url,
        String username,
        String password,
        @Nullable EmbeddedServer started) implements AutoCloseable {

    static NodeDatabase of(Map<String, Object> node) throws IOException {
        Object embedded = node.get("sluis.node.database.embedded");
        if (embedded == null) {
            return new NodeDatabase(
                    text(node, "sluis.node.database.url"),
                    text(node, "sluis.node.database.username"),
                    text(node, "sluis.node.database.password"),
                    null);
        }
        Path directory = Path.of(embedded.toString());
        String name = text(node, "sluis.node.organisation");
        Optional<String> running = EmbeddedServer.runningUrl(directory, name);
        if (running.isPresent()) {
            return new NodeDatabase(running.get(), "postgres", "postgres", null);
        }
        EmbeddedServer server = EmbeddedServer.start(directory);
        return new NodeDatabase(server.url(name), "postgres", "postgres", server);
    }

    /** Reads in one transaction: a snapshot, and rows that are streamed. */
    <T> T reading(Function<DataSource, T> reader) {
        DataSource source = new DriverManagerDataSource(url, username, password);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        transaction.setReadOnly(true);
        transaction.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
        return Objects.requireNonNull(transaction.execute(status -> reader.apply(source)));
    }

    @Override
    public void close() throws IOException {
        if (started != null) {
            started.close();
        }
    }

    private static String text(Map<String, Object> node, String key) {
        return String.valueOf(node.getOrDefault(key, ""));
    }
}
