package nl.sluis.watch;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each reader came. */
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

    /** The first item after a place; places follow the order of commits, so that none comes before it later. */
    Optional<Next> after(long position) {
        return jdbc.sql("SELECT position, id FROM feed_item WHERE position > ? ORDER BY position LIMIT 1")
                .param(position)
                .query((row, n) -> new Next(row.getLong(1), row.getObject(2, UUID.class)))
                .optional();
    }

    void passed(String reader, long position) {
        jdbc.sql("UPDATE feed_watch SET position = ? WHERE reader = ?")
                .params(position, reader)
                .update();
    }
}
