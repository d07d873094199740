package nl.sluis.retention;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of finished runs, shared by the processes of a node. */
@Component
final class RunStore {

    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The moment for which the last finished run was scheduled. */
    Optional<Instant> last() {
        return jdbc.sql("SELECT max(due) FROM retention_run")
                .query((row, i) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    void finished(Instant due, UUID run, Instant at, long destroyed) {
        jdbc.sql("INSERT INTO retention_run (due, run, finished, destroyed) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (due) DO NOTHING")
                .params(Timestamp.from(due), run, Timestamp.from(at), destroyed)
                .update();
    }
}
