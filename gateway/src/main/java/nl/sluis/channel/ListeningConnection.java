package nl.sluis.channel;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.PgConnection;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.integration.jdbc.channel.PgConnectionSupplier;

/**
 * The connection on which a process is notified of work, outside the pool: LISTEN needs one of its own. Who asks asks again at once
 * when there is none, thousands of times a second, and writes each refusal in the log: here it waits.
 */
final class ListeningConnection implements PgConnectionSupplier {

    private final JdbcConnectionDetails database;
    private final Duration pause;

    /**
     * @param pause how long to wait before it is said that there is no connection
     */
    ListeningConnection(JdbcConnectionDetails database, Duration pause) {
        this.database = database;
        this.pause = pause;
    }

    @Override
    public PgConnection get() throws SQLException {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, database.getUsername());
        PGProperty.PASSWORD.set(properties, database.getPassword());
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        try {
            return DriverManager.getConnection(database.getJdbcUrl(), properties)
                    .unwrap(PgConnection.class);
        } catch (SQLException e) {
            pause();
            throw e;
        }
    }

    // A park may end early, for no reason or for a permit that was left. Ends at once when the process stops, and
    // leaves the
    // interruption for who asked
    private void pause() {
        long begin = System.nanoTime();
        long left = pause.toNanos();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = pause.toNanos() - (System.nanoTime() - begin);
        }
    }
}
