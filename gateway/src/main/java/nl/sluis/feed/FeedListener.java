package nl.sluis.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Listens to the database for new items: one connection for all readers of this process. A lost connection is made again, and
 * then all readers look, since what was announced in the meantime went unheard.
 */
final class FeedListener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FeedListener.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** A connection that broke without a word is found out by asking. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final DataSource dataSource;
    private final FeedSignal signal;
    private volatile @Nullable Thread thread;

    FeedListener(DataSource dataSource, FeedSignal signal) {
        this.dataSource = dataSource;
        this.signal = signal;
    }

    @Override
    public void start() {
        signal.open();
        Thread listening = Thread.ofVirtual().name("feed-listener").unstarted(this::run);
        thread = listening;
        listening.start();
    }

    /** Runs before the web server waits for open requests, so that streams end by themselves. */
    @Override
    public void stop() {
        signal.close();
        Thread listening = thread;
        thread = null;
        if (listening != null) {
            // Interrupting a virtual thread closes the socket that it reads from.
            listening.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (listening()) {
            try {
                listen();
            } catch (SQLException e) {
                if (listening()) {
                    LOG.warn("the feed lost its listening connection ({}), connecting again", e.getSQLState());
                    pause();
                }
            }
        }
    }

    /** Until this thread was told to stop; a later start has a thread of its own. */
    private boolean listening() {
        return Thread.currentThread() == thread;
    }

    private void listen() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("LISTEN " + Feed.CHANNEL);
            PGConnection postgres = connection.unwrap(PGConnection.class);
            signal.raise();
            try {
                while (listening()) {
                    PGNotification[] heard = postgres.getNotifications(Math.toIntExact(SILENCE.toMillis()));
                    if (heard != null && heard.length > 0) {
                        signal.raise();
                    } else {
                        statement.execute("SELECT 1");
                    }
                }
            } finally {
                if (!connection.isClosed()) {
                    unlisten(statement);
                }
            }
        }
    }

    /** The connection goes back to a pool, whose next user expects silence. */
    private static void unlisten(Statement statement) {
        try {
            statement.execute("UNLISTEN *");
        } catch (SQLException e) {
            LOG.debug("the listening connection is gone already ({})", e.getSQLState());
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
