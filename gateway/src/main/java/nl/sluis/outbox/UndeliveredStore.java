package nl.sluis.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.Urgency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The part of the outgoing table that a person must see to. */
@Component
final class UndeliveredStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    UndeliveredStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Undelivered.Entry> list(long after, int limit) {
        return jdbc.sql(
                        "SELECT o.position, o.id, o.kind, o.recipient, o.urgency, o.state,"
                                + " coalesce(o.ended_at, o.alarm_at) AS since, (SELECT h.detail FROM outgoing_history h WHERE"
                                + " h.sender = o.sender AND h.id = o.id AND h.state = o.state ORDER BY h.n DESC LIMIT 1) AS detail,"
                                + " o.alarm, o.content IS NOT NULL AS kept FROM outgoing o WHERE (o.ended_at IS NOT NULL OR"
                                + " o.alarm IS NOT NULL) AND o.closed_at IS NULL AND o.position > ? ORDER BY o.position LIMIT ?")
                .params(after, limit)
                .query(UndeliveredStore::entry)
                .list();
    }

    Optional<String> alarm(OrganisationId sender, MessageId id) {
        return jdbc.sql(
                        "SELECT alarm FROM outgoing WHERE sender = ? AND id = ? AND alarm IS NOT NULL AND closed_at IS NULL")
                .params(sender.value(), id.value())
                .query(String.class)
                .optional();
    }

    boolean isClosed(OrganisationId sender, MessageId id) {
        return jdbc.sql("SELECT closed_at IS NOT NULL FROM outgoing WHERE sender = ? AND id = ?")
                .params(sender.value(), id.value())
                .query(Boolean.class)
                .single();
    }

    /** As one that was never tried. */
    void beginAgain(Outgoing outgoing) {
        jdbc.sql("UPDATE outgoing SET attempts = 0, next_attempt_at = ? WHERE sender = ? AND id = ?")
                .params(
                        Timestamp.from(clock.instant()),
                        outgoing.sender().value(),
                        outgoing.id().value())
                .update();
    }

    void close(Outgoing outgoing, Undelivered.Closing reason) {
        jdbc.sql("UPDATE outgoing SET closed_at = ?, closing = ?, alarm = NULL, alarm_at = NULL WHERE sender = ?"
                        + " AND id = ?")
                .params(
                        Timestamp.from(clock.instant()),
                        reason.name(),
                        outgoing.sender().value(),
                        outgoing.id().value())
                .update();
    }

    private static Undelivered.Entry entry(ResultSet row, int i) throws SQLException {
        return new Undelivered.Entry(
                row.getLong(1),
                new MessageId(row.getObject(2, UUID.class)),
                row.getString(3),
                new OrganisationId(row.getString(4)),
                Urgency.valueOf(row.getString(5)),
                MessageState.valueOf(row.getString(6)),
                row.getTimestamp(7).toInstant(),
                row.getString(8),
                row.getString(9),
                row.getBoolean(10));
    }
}
