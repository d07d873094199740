package nl.sluis.household;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who of the own organisation is involved with which household: the condition on which a person reads about it. */
@Component
class Involvements {

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    Involvements(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** That somebody is involved. */
    record Involved(String person, Instant since) {}

    /** Begins; again changes nothing. False when there is no such household. */
    @Transactional
    boolean begin(UUID household, String person) {
        if (!isThere(household)) {
            return false;
        }
        int begun = jdbc.sql("INSERT INTO involvement (household_id, person, since) VALUES (?, ?, ?)"
                        + " ON CONFLICT (person, household_id) WHERE until IS NULL DO NOTHING")
                .params(household, person, now())
                .update();
        if (begun > 0) {
            audit.append("involvement.begun", null, detail(household, person));
        }
        return true;
    }

    /** Whether there is such a household. */
    boolean isThere(UUID household) {
        return !jdbc.sql("SELECT 1 FROM household WHERE id = ?")
                .param(household)
                .query()
                .listOfRows()
                .isEmpty();
    }

    /** Ends. False when the person is not involved. */
    @Transactional
    boolean end(UUID household, String person) {
        int ended = jdbc.sql("UPDATE involvement SET until = ? WHERE household_id = ? AND person = ? AND until IS NULL")
                .params(now(), household, person)
                .update();
        if (ended > 0) {
            audit.append("involvement.ended", null, detail(household, person));
        }
        return ended > 0;
    }

    /** Who is involved now, longest first. */
    List<Involved> of(UUID household) {
        return jdbc.sql("SELECT person, since FROM involvement WHERE household_id = ? AND until IS NULL"
                        + " ORDER BY since, person")
                .param(household)
                .query((row, number) -> new Involved(
                        row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The households with which somebody is involved now, the latest first. */
    List<UUID> ofPerson(String person, int most) {
        return jdbc.sql("SELECT household_id FROM involvement WHERE person = ? AND until IS NULL"
                        + " ORDER BY since DESC, household_id LIMIT ?")
                .params(person, most)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** All households, the latest first. */
    List<UUID> all(int most) {
        return jdbc.sql("SELECT id FROM household ORDER BY created_at DESC, id LIMIT ?")
                .param(most)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Whether somebody is involved now. */
    boolean isInvolved(UUID household, String person) {
        return !jdbc.sql("SELECT 1 FROM involvement WHERE household_id = ? AND person = ? AND until IS NULL")
                .params(household, person)
                .query()
                .listOfRows()
                .isEmpty();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Map<String, String> detail(UUID household, String person) {
        return Map.of("household", household.toString(), "person", person);
    }
}
