package nl.sluis.outbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import nl.sluis.audit.AuditLog;
import nl.sluis.retention.TestRetention;
import nl.sluis.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Destroys what is due in a process of its own, which a test can kill. */
final class RetentionInAnotherProcess {

    private RetentionInAnotherProcess() {}

    /** Starts it on a database, at a time of day, with batches of two. */
    static Process start(String url, Instant now) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RetentionInAnotherProcess.class.getName(),
                        url,
                        now.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(new File(File.separatorChar == '/' ? "/dev/null" : "NUL")))
                .start();
    }

    /** As the process is started: address of the database, and the moment. */
    public static void main(String[] arguments) {
        DataSource database = TestDatabase.dataSource(arguments[0]);
        Clock clock = Clock.fixed(Instant.parse(arguments[1]), ZoneOffset.UTC);
        new TestRetention(
                        database, AuditLog.of(JdbcClient.create(database), clock), clock, 2, new OutgoingPerishables())
                .look();
    }
}
