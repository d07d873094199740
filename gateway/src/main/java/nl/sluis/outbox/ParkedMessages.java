package nl.sluis.outbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits in a database that was put back, for the person who compares it with what really happened. */
public final class ParkedMessages {

    /** More than a person looks through; the count tells the rest. */
    private static final int MOST = 1_000;

    private static final String WAITING = "form = 'MESSAGE' AND state IN ('QUEUED', 'HOLD', 'REVIEW')";

    private final JdbcClient jdbc;

    /** On the database of one node. */
    public ParkedMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One of them; nothing here names a person. */
    public record Parked(String id, String kind, String recipient, String state, Instant createdAt) {}

    /** Oldest first, at most a thousand. */
    public List<Parked> list() {
        return jdbc.sql("SELECT id, kind, recipient, state, created_at FROM outgoing WHERE " + WAITING
                        + " ORDER BY created_at LIMIT " + MOST)
                .query((row, i) -> new Parked(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()))
                .list();
    }

    /** How many there are. */
    public long count() {
        return jdbc.sql("SELECT count(*) FROM outgoing WHERE " + WAITING)
                .query(Long.class)
                .single();
    }

    /** Takes one back, in the caller's transaction: it was withdrawn, or decided otherwise, in the time that was lost. */
    public boolean stop(UUID id, Instant now) {
        boolean stopped = jdbc.sql("UPDATE outgoing SET state = 'WITHDRAWN', content = NULL, original = NULL,"
                                + " next_attempt_at = NULL, expires_at = NULL, queued_at = NULL, ended_at = ?"
                                + " WHERE id = ? AND " + WAITING)
                        .params(Timestamp.from(now), id)
                        .update()
                > 0;
        if (stopped) {
            jdbc.sql("INSERT INTO outgoing_history (sender, id, at, state, detail) SELECT sender, id, ?, state,"
                            + " 'STOPPED_AFTER_RESTORE' FROM outgoing WHERE id = ? AND form = 'MESSAGE'")
                    .params(Timestamp.from(now), id)
                    .update();
        }
        return stopped;
    }
}
