package nl.sluis.handover;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.sluis.feed.Viewer;
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

    /**
     * Those from one moment until another, which does not count, that the viewer may see; the oldest first. The question itself leaves out the others: who
     * took them out of an answer of so many would miss what comes after them, and be told how many there are.
     */
    List<Found> between(Viewer viewer, String origin, Instant from, Instant until, int most) {
        JdbcClient.StatementSpec question = jdbc.sql("""
                        SELECT id, household_id, recorded_at FROM household_record r
                        WHERE kind = :kind AND code = :origin AND recorded_at >= :from AND recorded_at < :until %s
                        ORDER BY recorded_at, id LIMIT :most""".formatted(visible(viewer)))
                .param("kind", Origin.KIND)
                .param("origin", origin)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("most", most);
        return (viewer instanceof Viewer.Involved involved ? question.param("person", involved.person()) : question)
                .query((row, n) -> new Found(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    private static String visible(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Organisation all -> "";
            case Viewer.Involved involved ->
                "AND EXISTS (SELECT 1 FROM involvement i WHERE i.household_id = r.household_id"
                        + " AND i.person = :person AND i.until IS NULL)";
            case Viewer.Nobody nobody -> "AND false";
        };
    }
}
