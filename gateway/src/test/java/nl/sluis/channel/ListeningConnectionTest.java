package nl.sluis.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

class ListeningConnectionTest {

    @Test
    void waitsBeforeItSaysThatThereIsNoDatabase() throws IOException {
        Duration pause = Duration.ofMillis(300);
        ListeningConnection connection = new ListeningConnection(nowhere(), pause);
        // One that is left over, as of a lock that was fought for, would end the first park at once
        LockSupport.unpark(Thread.currentThread());
        long begin = System.nanoTime();

        assertThatThrownBy(connection::get).isInstanceOf(SQLException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(pause);
    }

    @Test
    void whoStopsDoesNotWaitAndLearnsThatItStops() throws IOException {
        ListeningConnection connection = new ListeningConnection(nowhere(), Duration.ofDays(1));
        Thread.currentThread().interrupt();

        assertThatThrownBy(connection::get).isInstanceOf(SQLException.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    /** A port on which nobody listens: one that was free a moment ago. */
    private static JdbcConnectionDetails nowhere() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "nobody";
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return "jdbc:postgresql://127.0.0.1:" + port + "/nothing";
            }
        };
    }
}
