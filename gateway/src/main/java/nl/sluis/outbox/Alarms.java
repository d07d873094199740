package nl.sluis.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import nl.sluis.audit.AuditLog;
import nl.sluis.canonical.Urgency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says that somebody must see to a message now, and mostly that somebody must call. Works in the caller's transaction. */
@Component
final class Alarms {

    /** Its recipient's node does not answer. */
    static final String OUT_OF_REACH = "OUT_OF_REACH";

    /** Its recipient's node has not accepted it in the time for that. */
    static final String NOT_ACCEPTED = "NOT_ACCEPTED";

    /** The recipient gave a receipt for something else than was sent. */
    static final String RECEIPT_CONTRADICTS = "RECEIPT_CONTRADICTS";

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final JdbcClient jdbc;
    private final OutgoingStore store;
    private final AuditLog audit;
    private final Clock clock;

    Alarms(JdbcClient jdbc, OutgoingStore store, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Nothing answers at the partner: who waits for something acute must know at once. */
    void outOfReach(Outgoing outgoing) {
        if (outgoing.urgency() == Urgency.ACUTE && outgoing.form() == Outgoing.Form.MESSAGE) {
            raise(outgoing, OUT_OF_REACH);
        }
    }

    /** Raises one, once while the message is in its state. */
    void raise(Outgoing outgoing, String code) {
        int raised = jdbc.sql(
                        "UPDATE outgoing SET alarm = ?, alarm_at = ? WHERE sender = ? AND id = ? AND alarm IS NULL")
                .params(
                        code,
                        Timestamp.from(clock.instant()),
                        outgoing.sender().value(),
                        outgoing.id().value())
                .update();
        if (raised == 1) {
            LOG.warn("alarm {} for {}", code, outgoing.id());
            store.note(outgoing, "ALARM_" + code);
            audit.append(
                    "message.alarm",
                    outgoing.id().toString(),
                    Map.of("alarm", code, "recipient", outgoing.recipient().value()));
        }
    }
}
