package nl.sluis.feed;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The columns of an item that say how far the team is with it. */
final class WorkRows {

    private final JdbcClient jdbc;

    WorkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where an item is.
     *
     * @param owner the person who has it; null while nobody does
     */
    record Standing(
            UUID household, FeedState state, @Nullable String owner) {}

    /** An item, which nobody else changes until the transaction ends. */
    Optional<Standing> locked(UUID item) {
        return jdbc.sql("SELECT household_id, coalesce(stage, state), owner FROM feed_item WHERE id = ? FOR UPDATE")
                .param(item)
                .query((row, n) -> new Standing(
                        row.getObject(1, UUID.class), FeedState.valueOf(row.getString(2)), row.getString(3)))
                .optional();
    }

    void set(UUID item, FeedState state, @Nullable String owner) {
        jdbc.sql(
                        "UPDATE feed_item SET stage = :state, owner = :owner, due = CASE WHEN :state = 'NEW' THEN due END WHERE id = :item")
                .param("state", state.name())
                .param("owner", owner)
                .param("item", item)
                .update();
    }

    /** What was answered to a message, oldest first. */
    List<UUID> answers(UUID message) {
        return jdbc.sql("SELECT id FROM feed_item WHERE in_reply_to = ? ORDER BY position LIMIT 100")
                .param(message)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }
}
