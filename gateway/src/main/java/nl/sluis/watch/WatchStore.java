package nl.sluis.watch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each reader came, and what it could not read. */
@Repository
class WatchStore {

    private final JdbcClient jdbc;

    WatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An item and its place in the feed. */
    record Next(long position, UUID item) {}

    /** Where a reader stands, for this transaction alone; empty while another process has it. */
    Optional<Long> claim(String reader) {
        jdbc.sql("INSERT INTO feed_watch (reader, position) VALUES (?, 0) ON CONFLICT DO NOTHING")
                .param(reader)
                .update();
        return jdbc.sql("SELECT position FROM feed_watch WHERE reader = ? FOR UPDATE SKIP LOCKED")
                .param(reader)
                .query(Long.class)
                .optional();
    }

    /** The first items after a place; places follow the order of commits, so that none comes before them later. */
    List<Next> after(long position, int most) {
        return jdbc.sql("SELECT position, id FROM feed_item WHERE position > ? ORDER BY position LIMIT ?")
                .params(position, most)
                .query((row, n) -> new Next(row.getLong(1), row.getObject(2, UUID.class)))
                .list();
    }

    /** Notes that an item could not be read; whether that is new. */
    boolean left(String reader, UUID item, Instant at) {
        return jdbc.sql(
                        "INSERT INTO feed_watch_left (reader, item, tried_at) VALUES (?, ?, ?) ON CONFLICT (reader, item)"
                                + " DO UPDATE SET tried_at = EXCLUDED.tried_at RETURNING (xmax = 0)")
                .params(reader, item, at.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** One that could not be read and was not tried since; for this transaction alone. */
    Optional<UUID> leftBefore(String reader, Instant time) {
        return jdbc.sql("SELECT item FROM feed_watch_left WHERE reader = ? AND tried_at < ? ORDER BY tried_at LIMIT 1"
                        + " FOR UPDATE SKIP LOCKED")
                .params(reader, time.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    void readAfterAll(String reader, UUID item) {
        jdbc.sql("DELETE FROM feed_watch_left WHERE reader = ? AND item = ?")
                .params(reader, item)
                .update();
    }

    /** How many items somebody has not read yet that came by. */
    long left() {
        return jdbc.sql("SELECT count(DISTINCT item) FROM feed_watch_left")
                .query(Long.class)
                .single();
    }

    void passed(String reader, long position) {
        jdbc.sql("UPDATE feed_watch SET position = ? WHERE reader = ?")
                .params(position, reader)
                .update();
    }
}
