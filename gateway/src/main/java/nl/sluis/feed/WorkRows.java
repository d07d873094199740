package nl.sluis.feed;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.household.Households;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The columns of an item that say how far the team is with it. */
final class WorkRows {

    private static final int TRIES = 3;

    private final JdbcClient jdbc;
    private final Households households;

    WorkRows(JdbcClient jdbc, Households households) {
        this.jdbc = jdbc;
        this.households = households;
    }

    /**
     * Where an item is.
     *
     * @param owner the person who has it; null while nobody does
     */
    record Standing(
            UUID household, FeedState state, @Nullable String owner) {}

    /**
     * An item, which nobody else changes until the transaction ends. Its household is held first, as whoever joins or erases a household
     * claims that before its items: two who took them in another order would wait for each other. An item that was moved meanwhile is looked
     * for where it went.
     *
     * @return empty when it is not there, or was moved again and again
     */
    Optional<Standing> locked(UUID item) {
        for (int i = 0; i < TRIES; i++) {
            Optional<UUID> household = jdbc.sql("SELECT household_id FROM feed_item WHERE id = ?")
                    .param(item)
                    .query(UUID.class)
                    .optional();
            if (household.isEmpty()) {
                return Optional.empty();
            }
            if (households.hold(household.get())) {
                return row(item);
            }
        }
        return Optional.empty();
    }

    // While its household is held it goes nowhere else
    private Optional<Standing> row(UUID item) {
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
