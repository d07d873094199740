package nl.sluis.outbox;

import java.time.Instant;
import java.util.List;
import nl.sluis.canonical.MessageId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which consents that messages went on have ended since, and what recipients were told of it. */
@Repository
record EndedConsents(JdbcClient jdbc) {

    /** One of which the recipient has not been told. */
    record Ended(String consent, Instant withdrawnAt) {}

    List<Ended> untold(Outgoing outgoing) {
        return jdbc.sql("SELECT consent, withdrawn_at FROM outgoing_consent WHERE sender = ? AND id = ?"
                        + " AND withdrawn_at IS NOT NULL AND notice IS NULL ORDER BY consent")
                .params(outgoing.sender().value(), outgoing.id().value())
                .query((row, i) ->
                        new Ended(row.getString(1), row.getTimestamp(2).toInstant()))
                .list();
    }

    void told(Outgoing outgoing, String consent, MessageId notice) {
        jdbc.sql("UPDATE outgoing_consent SET notice = ? WHERE sender = ? AND id = ? AND consent = ?")
                .params(notice.value(), outgoing.sender().value(), outgoing.id().value(), consent)
                .update();
    }

    /** Whether a consent on which it went was withdrawn since. */
    boolean any(Outgoing outgoing) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM outgoing_consent WHERE sender = ? AND id = ?"
                        + " AND withdrawn_at IS NOT NULL)")
                .params(outgoing.sender().value(), outgoing.id().value())
                .query(Boolean.class)
                .single();
    }
}
