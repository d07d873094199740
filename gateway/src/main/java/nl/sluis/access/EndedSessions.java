package nl.sluis.access;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import nl.sluis.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sessions of people that were ended by somebody else: one person's, or everybody's, in all processes of the node. */
@Component
class EndedSessions {

    /** In the place of a person: everybody. */
    static final String EVERYBODY = "";

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    EndedSessions(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Ends what has begun until now, with its proof in the audit; the next call of such a session finds nobody logged in.
     *
     * @param person as the identity provider names them, or {@link #EVERYBODY}
     */
    @Transactional
    void end(String person) {
        jdbc.sql(
                        "INSERT INTO session_ended (person, ended_at) VALUES (:person, :now)"
                                + " ON CONFLICT (person) DO UPDATE SET ended_at = greatest(session_ended.ended_at, EXCLUDED.ended_at)")
                .param("person", person)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit.append("sessions.ended", null, Map.of("person", person.equals(EVERYBODY) ? "everybody" : person));
    }

    /** Whether a session of this person that began then has been ended. */
    boolean covers(String person, Instant began) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM session_ended WHERE person IN (:person, :everybody) AND ended_at >= :began)")
                .param("person", person)
                .param("everybody", EVERYBODY)
                .param("began", began.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }
}
