package nl.sluis.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The life of what this node sends, step by step; nothing of it is ever changed. */
record OutgoingHistory(JdbcClient jdbc, Clock clock) {

    /** Adds a step: {@code :sender}, {@code :id}, {@code :at}, {@code :state} and {@code :detail}. Also as a part of what changes the row. */
    static final String ADD =
            "INSERT INTO outgoing_history (sender, id, at, state, detail) VALUES (:sender, :id, :at, :state, :detail)";

    void add(OrganisationId sender, MessageId id, MessageState state, @Nullable String detail) {
        jdbc.sql(ADD)
                .param("sender", sender.value())
                .param("id", id.value())
                .param("at", Timestamp.from(clock.instant()))
                .param("state", state.name())
                .param("detail", detail)
                .update();
    }

    List<Outbox.Step> of(OrganisationId sender, MessageId id) {
        return jdbc.sql("SELECT at, state, detail FROM outgoing_history WHERE sender = ? AND id = ? ORDER BY n")
                .params(sender.value(), id.value())
                .query((row, i) -> new Outbox.Step(
                        row.getTimestamp(1).toInstant(), MessageState.valueOf(row.getString(2)), row.getString(3)))
                .list();
    }

    /** Since when it may go without having gone. */
    Instant queuedSince(Outgoing outgoing) {
        // What a version before this one queued has it in its history only
        return jdbc.sql(
                        "SELECT coalesce(queued_at, (SELECT max(h.at) FROM outgoing_history h WHERE h.sender = o.sender"
                                + " AND h.id = o.id AND h.state = 'QUEUED'), created_at) FROM outgoing o WHERE sender = ? AND id = ?")
                .params(outgoing.sender().value(), outgoing.id().value())
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .single();
    }
}
