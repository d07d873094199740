package nl.sluis.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.sluis.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is to happen when a term has passed, so many at a time. Never decrypts anything, so that a row that is not as it was written
 * cannot stop it. Works in the caller's transaction; what another process has under way is left to the next time.
 */
@Component
final class Terms {

    private static final int AT_A_TIME = 100;

    private final JdbcClient jdbc;
    private final AttemptLog log;
    private final Alarms alarms;
    private final AuditLog audit;
    private final OutboxSettings settings;
    private final Clock clock;

    Terms(JdbcClient jdbc, AttemptLog log, Alarms alarms, AuditLog audit, OutboxSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.log = log;
        this.alarms = alarms;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether anything is to expire or to be destroyed. */
    boolean anyPassed() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM outgoing WHERE expires_at <= :now AND form = ANY (:known))"
                        + " OR EXISTS (SELECT 1 FROM outgoing WHERE keep_until <= :now AND form = ANY (:known))")
                .param("now", Timestamp.from(clock.instant()))
                .param("known", Outgoing.Form.known())
                .query(Boolean.class)
                .single();
    }

    /** What has not gone in its term does not go by itself any more. */
    void expire() {
        late("expires_at <= ?", clock.instant())
                .forEach(outgoing ->
                        log.fail(outgoing, outgoing.state() == MessageState.QUEUED ? "EXPIRED" : "WAITED_TOO_LONG"));
    }

    /** What is acute and was not accepted in time raises an alarm. */
    void raiseAlarms() {
        late(
                        "state = 'QUEUED' AND urgency = 'ACUTE' AND alarm IS NULL AND form = 'MESSAGE' AND queued_at <= ?",
                        clock.instant().minus(settings.alarmAfter()))
                .forEach(outgoing -> alarms.raise(outgoing, Alarms.NOT_ACCEPTED));
    }

    /** What failed and nobody saw to keeps its content no longer. */
    void destroy() {
        late("keep_until <= ?", clock.instant()).forEach(outgoing -> {
            log.store().forget(outgoing);
            audit.append(
                    "message.content-destroyed",
                    outgoing.id().toString(),
                    Map.of("state", outgoing.state().name()));
        });
    }

    private List<Outgoing> late(String which, Instant than) {
        return jdbc.sql(OutgoingRows.BARE + "WHERE " + which + " AND form = ANY (?) LIMIT " + AT_A_TIME
                        + " FOR UPDATE SKIP LOCKED")
                .params(Timestamp.from(than), Outgoing.Form.known())
                .query(OutgoingRows::bare)
                .list();
    }
}
