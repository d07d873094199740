package nl.sluis.process;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server of its own beside the nodes, as an organisation with more than one process runs it: it can be killed, started
 * again and shared, whatever happens to the nodes.
 */
public final class DatabaseServer {

    private static final String USER = "postgres";
    private static final String PROGRAMS = "postgresql";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Path binaries;
    private final Path directory;
    private final int port;
    private Process process;

    private DatabaseServer(Path binaries, Path directory, int port) {
        this.binaries = binaries;
        this.directory = directory;
        this.port = port;
    }

    /**
     * Unpacks PostgreSQL and makes one empty data directory, of which each server gets a copy.
     *
     * @param home where both go
     */
    public static void unpack(Path home) throws IOException, InterruptedException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("empty"))
                .setCleanDataDirectory(false)
                .start()) {
            // Unpacked once for all tests of a JVM, wherever the first one wanted it and for as long as that one likes
            Path postgres = programOf(home.resolve("empty"));
            run(
                    "cp",
                    "-a",
                    postgres.getParent().getParent().toString(),
                    home.resolve(PROGRAMS).toString());
        }
    }

    private static Path programOf(Path data) throws IOException {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip()))
                .flatMap(server -> server.info().command())
                .map(Path::of)
                .orElseThrow(() -> new IOException("the server that was started for its programs does not run"));
    }

    /**
     * A server that does not run yet.
     *
     * @param home where it was unpacked
     * @param directory gets its data, in {@code pg}
     */
    public static DatabaseServer create(Path home, Path directory, int port) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        run(
                "cp",
                "-a",
                home.resolve("empty").toString(),
                directory.resolve("pg").toString());
        return new DatabaseServer(home.resolve(PROGRAMS).resolve("bin"), directory, port);
    }

    /** Starts it; returns when it answers, after recovery when it was killed. */
    public void start() throws IOException {
        launch();
        await("the database server answers")
                .atMost(NodeProcess.CEILING)
                .pollInterval(LOOK_AGAIN)
                .failFast("it does not run", () -> !process.isAlive())
                .until(this::answers);
    }

    /** Starts it and does not wait. */
    public void launch() throws IOException {
        List<String> line = new ArrayList<>();
        if (isRoot()) {
            // PostgreSQL does not run as root; in a user namespace of its own it is nobody
            line.addAll(List.of("unshare", "-U"));
        }
        line.addAll(List.of(
                binaries.resolve("postgres").toString(),
                "-D",
                directory.resolve("pg").toString()));
        line.addAll(List.of("-p", Integer.toString(port)));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=200",
                "fsync=on",
                "full_page_writes=on",
                "synchronous_commit=on")) {
            line.addAll(List.of("-c", setting));
        }
        process = Program.endingWithUs(new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("postgres.log").toFile()))
                .start());
    }

    /** {@code kill -9} of the server and of every session of it at once: nothing is written any more. */
    public void kill() throws InterruptedException {
        List<ProcessHandle> sessions = process.descendants().toList();
        process.destroyForcibly();
        sessions.forEach(ProcessHandle::destroyForcibly);
        process.waitFor(NodeProcess.CEILING.toSeconds(), TimeUnit.SECONDS);
        await("its sessions are gone")
                .atMost(NodeProcess.CEILING)
                .pollInterval(LOOK_AGAIN)
                .until(() -> sessions.stream().allMatch(NodeDatabase::hasEnded));
    }

    /** Whether it runs; it ends by itself when its disk is full. */
    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Makes the database of an organisation. */
    public NodeDatabase make(String organisation) throws SQLException {
        NodeDatabase database = new NodeDatabase(directory, organisation);
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, USER);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database.name());
        }
        return database;
    }

    /** What a node's configuration says of it. */
    public Map<String, Object> settings(NodeDatabase database) {
        return Map.of(
                "sluis.node.database.url", url(database.name()),
                "sluis.node.database.username", USER,
                "sluis.node.database.password", USER);
    }

    /** Where its data is. */
    public Path directory() {
        return directory;
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, USER)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(String... line) throws IOException, InterruptedException {
        if (new ProcessBuilder(line).inheritIO().start().waitFor() != 0) {
            throw new IOException("failed: " + line[0]);
        }
    }
}
