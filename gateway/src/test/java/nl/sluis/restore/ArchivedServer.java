package nl.sluis.restore;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A PostgreSQL server that archives its write-ahead log, backed up as docs/operations/restore.md says. */
final class ArchivedServer implements AutoCloseable {

    private static final Duration CEILING = Duration.ofSeconds(120);
    /** Not part of a base backup (PostgreSQL, 25.3.3). */
    private static final List<String> LEFT_OUT = List.of("postmaster.pid", "postmaster.opts");

    private final Path data;
    private final EmbeddedPostgres server;

    private ArchivedServer(Path data, EmbeddedPostgres server) {
        this.data = data;
        this.server = server;
    }

    /** A new server on an empty directory. */
    static ArchivedServer create(Path home) throws IOException, SQLException {
        Path archive = Files.createDirectories(home.resolve("archive"));
        Path data = home.resolve("data");
        // The archive is a setting that asks for a second start
        try (EmbeddedPostgres first = start(data);
                Connection connection = first.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET archive_mode = 'on'");
            statement.execute("ALTER SYSTEM SET archive_command = 'cp \"%p\" \"" + archive + "/%f\"'");
        }
        return new ArchivedServer(data, start(data));
    }

    /** The low-level base backup: told to the server, copied as files, and the label that the server gives put beside them. */
    void backUp(Path to) throws IOException, SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('test', true)");
            copy(data, to);
            try (ResultSet label = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(true)")) {
                label.next();
                Files.writeString(to.resolve("backup_label"), label.getString(1));
            }
        }
    }

    /** The present moment of the server. */
    String now() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT clock_timestamp()::text")) {
            found.next();
            return found.getString(1);
        }
    }

    /** A server that goes on from a backup and an archive, at a moment. */
    static ArchivedServer recover(Path backup, Path archive, String moment) throws IOException {
        Files.writeString(
                backup.resolve("postgresql.auto.conf"),
                "archive_mode = 'off'\nrestore_command = 'cp \"" + archive + "/%f\" \"%p\"'\nrecovery_target_time = '"
                        + moment + "'\nrecovery_target_action = 'promote'\n");
        Files.createFile(backup.resolve("recovery.signal"));
        ArchivedServer recovered = new ArchivedServer(backup, start(backup));
        await().atMost(CEILING).ignoreExceptions().until(recovered::isPromoted);
        return recovered;
    }

    DataSource database() {
        return server.getPostgresDatabase();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private boolean isPromoted() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT pg_is_in_recovery()")) {
            found.next();
            return !found.getBoolean(1);
        }
    }

    private static EmbeddedPostgres start(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(CEILING)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path relative = from.relativize(file);
                boolean log = relative.startsWith("pg_wal") && !relative.equals(Path.of("pg_wal"));
                if (!log && !LEFT_OUT.contains(relative.toString())) {
                    Files.copy(file, to.resolve(relative), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
