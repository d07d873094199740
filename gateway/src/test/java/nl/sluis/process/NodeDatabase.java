package nl.sluis.process;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database of a node, looked at from outside: it runs in a process of its own and outlives a killed node.
 *
 * @param directory where the server has its data, in {@code pg}
 * @param organisation the node's, after which its database is named
 */
public record NodeDatabase(Path directory, String organisation) {

    private static final String USER = "postgres";

    /** Where postmaster.pid has the port. */
    private static final int PORT_LINE = 3;

    /** The process of its server, when it runs. */
    public Optional<ProcessHandle> server() throws IOException {
        List<String> lines = pidFile();
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                        .filter(found -> found.info().command().orElse("").endsWith("postgres"));
    }

    /** Whether nothing of it runs any more: one that nobody has waited for yet still has a number, and no command. */
    public static boolean hasEnded(ProcessHandle process) {
        return !process.isAlive() || process.info().command().isEmpty();
    }

    /** A connection that the caller closes. */
    public Connection connect() throws IOException, SQLException {
        return DriverManager.getConnection(url(), USER, USER);
    }

    /** Its tables. */
    public JdbcTemplate tables() throws IOException {
        return new JdbcTemplate(new DriverManagerDataSource(url(), USER, USER));
    }

    /** How many rows there are of what follows {@code FROM}. */
    public long count(String sql, Object... arguments) throws IOException {
        Long found = tables().queryForObject("SELECT count(*) FROM " + sql, Long.class, arguments);
        return found == null ? 0 : found;
    }

    /** The acts that the audit has about a message, in order; who looked it up stands beside them. */
    public List<String> audited(String messageId) throws IOException {
        return tables().queryForList(
                        "SELECT event FROM audit_entry WHERE message_id = ? AND event NOT LIKE '%read' ORDER BY n",
                        String.class, messageId);
    }

    /** The state of a received envelope; empty when there is none. */
    public Optional<String> received(String messageId) throws IOException {
        return tables()
                .queryForList("SELECT state FROM incoming WHERE id = ?", String.class, UUID.fromString(messageId))
                .stream()
                .findFirst();
    }

    /** Stops the server, when it runs, and waits until it is gone. */
    public void stopServer() throws IOException, InterruptedException {
        Optional<ProcessHandle> found = server();
        if (found.isPresent()) {
            // SIGINT: does not wait for sessions, and leaves no shared memory
            new ProcessBuilder("kill", "-INT", Long.toString(found.get().pid()))
                    .start()
                    .waitFor();
            await("the database server stops").atMost(NodeProcess.CEILING).until(() -> hasEnded(found.get()));
        }
    }

    /** Copies it as it is; nobody may be connected. */
    void copy() throws IOException {
        administer("DROP DATABASE IF EXISTS kept WITH (FORCE)");
        endSessions();
        administer("CREATE DATABASE kept TEMPLATE " + name());
    }

    /** Puts the copy in its place. */
    void putBack() throws IOException {
        administer("DROP DATABASE " + name() + " WITH (FORCE)");
        administer("ALTER DATABASE kept RENAME TO " + name());
    }

    // Those of a process that was just killed stay a moment
    private void endSessions() throws IOException {
        JdbcTemplate server = server("postgres");
        server.queryForList("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?", name());
        await("nobody is connected")
                .atMost(NodeProcess.CEILING)
                .until(() -> server.queryForList("SELECT pid FROM pg_stat_activity WHERE datname = ?", name())
                        .isEmpty());
    }

    private void administer(String sql) throws IOException {
        server("postgres").execute(sql);
    }

    private JdbcTemplate server(String database) throws IOException {
        return new JdbcTemplate(new DriverManagerDataSource(url(database), USER, USER));
    }

    /** What the database is called in its server. */
    String name() {
        return organisation.replace('-', '_');
    }

    private String url() throws IOException {
        return url(name());
    }

    private String url(String database) throws IOException {
        List<String> lines = pidFile();
        if (lines.size() <= PORT_LINE) {
            throw new IOException("the database server of " + organisation + " does not run");
        }
        return "jdbc:postgresql://localhost:" + lines.get(PORT_LINE).strip() + "/" + database;
    }

    private List<String> pidFile() throws IOException {
        try {
            return Files.readAllLines(directory.resolve("pg").resolve("postmaster.pid"));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
