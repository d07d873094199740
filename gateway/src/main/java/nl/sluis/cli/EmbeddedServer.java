package nl.sluis.cli;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL server of this process, for a demo or a single small node. Durable: what was committed is on disk. A server that a
 * killed process left behind is stopped first.
 */
final class EmbeddedServer implements AutoCloseable {

    /** Where postmaster.pid has the port (PostgreSQL, src/include/utils/pidfile.h). */
    private static final int PORT_LINE = 3;

    private static final Duration START = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private EmbeddedServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts the server on a data directory, which is made when it is not there.
     *
     * @throws IOException when it does not start, or would lose what it confirmed
     */
    static EmbeddedServer start(Path directory) throws IOException {
        Files.createDirectories(directory);
        stopLeftOver(directory);
        EmbeddedServer started = new EmbeddedServer(EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("pg"))
                .setOverrideWorkingDirectory(directory.resolve("bin").toFile())
                .setCleanDataDirectory(false)
                .setPGStartupWait(START)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "400")
                .setServerConfig("listen_addresses", "127.0.0.1")
                // What the server says at start and stop is of no use to whoever runs a node; faults are thrown
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setRegisterShutdownHook(false)
                .start());
        started.requireDurable();
        return started;
    }

    /** JDBC address of a database of a server that runs on this data directory, in whatever process. */
    static Optional<String> runningUrl(Path directory, String name) throws IOException {
        Path pidFile = directory.resolve("pg").resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        return postmaster(lines)
                .filter(process -> lines.size() > PORT_LINE)
                .map(process ->
                        "jdbc:postgresql://localhost:" + lines.get(PORT_LINE).trim() + "/" + database(name));
    }

    /** JDBC address of the database of that name, which is made when it is not there. */
    String url(String name) throws IOException {
        String database = database(name);
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            boolean there;
            try (ResultSet found =
                    statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
                there = found.next();
            }
            if (!there) {
                statement.execute("CREATE DATABASE \"" + database + "\"");
            }
        } catch (SQLException e) {
            throw new IOException("the embedded database cannot be made", e);
        }
        return server.getJdbcUrl("postgres", database);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void requireDurable() throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT current_setting('fsync'), current_setting('synchronous_commit')")) {
            found.next();
            if (!List.of("on", "on").equals(List.of(found.getString(1), found.getString(2)))) {
                throw new IOException("the embedded database is not durable");
            }
        } catch (SQLException e) {
            throw new IOException("the embedded database does not answer", e);
        }
    }

    private static void stopLeftOver(Path directory) throws IOException {
        Path pidFile = directory.resolve("pg").resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> left = postmaster(Files.readAllLines(pidFile));
        if (left.isPresent()) {
            left.get().destroy();
            try {
                left.get().onExit().get(10, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                left.get().destroyForcibly();
                left.get().onExit().join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("stopped while waiting for a database that was left running", e);
            } catch (ExecutionException e) {
                throw new IOException("the database that was left running cannot be stopped", e);
            }
        }
        Files.deleteIfExists(pidFile);
    }

    private static Optional<ProcessHandle> postmaster(List<String> pidFile) {
        return ProcessHandle.of(Long.parseLong(pidFile.getFirst().trim()))
                .filter(process -> process.info().command().orElse("").contains("postgres"));
    }

    private static String database(String name) {
        return name.replace('-', '_');
    }
}
