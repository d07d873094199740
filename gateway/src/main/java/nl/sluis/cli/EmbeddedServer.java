package nl.sluis.cli;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A PostgreSQL server of this process, for a demo or a single small node. Durable: what was committed is on disk. A server that a
 * killed process left behind is stopped first.
 */
final class EmbeddedServer implements AutoCloseable {

    private static final String IN_USE = "sluis.node.database.embedded: another process uses this directory";

    /** What the library says when the server is in no jar: the Debian package leaves it out. */
    private static final String NO_SERVER = "Missing embedded postgres binaries";

    private static final Duration START = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final Path data;
    private final FileChannel claim;

    private EmbeddedServer(EmbeddedPostgres server, Path data, FileChannel claim) {
        this.server = server;
        this.data = data;
        this.claim = claim;
    }

    /**
     * Starts the server on a data directory, which is made when it is not there.
     *
     * @throws IOException when it does not start, or would lose what it confirmed
     * @throws ConfigurationFault when another process runs its server there: that one is not touched
     */
    static EmbeddedServer start(Path configured) throws IOException {
        // The server is known again by its directory, so that must be the same from wherever it is started
        Path directory = configured.toAbsolutePath().normalize();
        Files.createDirectories(directory);
        FileChannel claim = claim(directory);
        boolean running = false;
        try {
            LeftOverServer.stop(directory.resolve("pg"));
            EmbeddedServer started = new EmbeddedServer(launch(directory), directory.resolve("pg"), claim);
            started.requireDurable();
            running = true;
            return started;
        } finally {
            if (!running) {
                claim.close();
            }
        }
    }

    private static EmbeddedPostgres launch(Path directory) throws IOException {
        try {
            return server(directory).start();
        } catch (IllegalStateException e) {
            if (NO_SERVER.equals(e.getMessage())) {
                throw new ConfigurationFault(
                        "sluis.node.database.embedded: this installation has no server of its own; name one with sluis.node.database.url",
                        e);
            }
            throw e;
        }
    }

    private static EmbeddedPostgres.Builder server(Path directory) {
        return EmbeddedPostgres.builder()
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
                .setRegisterShutdownHook(false);
    }

    // The lock of a killed process is gone with it; that of a running one keeps its server from being taken for left
    // over
    private static FileChannel claim(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("claim"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new ConfigurationFault(IN_USE, e);
        }
        channel.close();
        throw new ConfigurationFault(IN_USE);
    }

    /** JDBC address of a database of a server that runs on this data directory, in whatever process. */
    static Optional<String> runningUrl(Path directory, String name) throws IOException {
        return LeftOverServer.port(directory.resolve("pg"))
                .map(port -> "jdbc:postgresql://localhost:" + port + "/" + database(name));
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
        try {
            server.close();
            // It gives up waiting after a few seconds, and a busy machine takes longer
            LeftOverServer.stop(data);
        } finally {
            claim.close();
        }
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

    private static String database(String name) {
        return name.replace('-', '_');
    }
}
