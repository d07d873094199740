package nl.sluis.handover;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds handovers of all households by the day on which they came. */
@Repository
class OriginStore {

    private final JdbcClient jdbc;

    OriginStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A handover, and where it stands now. */
    record Found(UUID id, UUID household, Instant at) {}

    /** Those from one moment until another, which does not count; the oldest first. */
    List<Found> between(String origin, Instant from, Instant until, int most) {
        return jdbc.sql("""
                        SELECT id, household_id, recorded_at FROM household_record
                        WHERE kind = ? AND code = ? AND recorded_at >= ? AND recorded_at < ?
                        ORDER BY recorded_at, id LIMIT ?""")
                .params(Origin.KIND, origin, from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC), most)
                .query((row, n) -> new Found(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }
}
