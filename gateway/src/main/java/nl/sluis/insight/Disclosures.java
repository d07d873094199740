package nl.sluis.insight;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was shared about one person, from this node's own records. What is shielded is in no question, so that nothing follows from
 * pages, counts or places.
 */
@Component
final class Disclosures {

    /** Accepted by its recipient; what never arrived was not shared. */
    static final String ARRIVED = "(EXISTS (SELECT 1 FROM outgoing o WHERE o.sender = d.sender AND o.id = d.message"
            + " AND o.state IN ('SENT', 'DELIVERED')) OR EXISTS (SELECT 1 FROM kept_acceptance k"
            + " WHERE k.sender = d.sender AND k.id = d.message AND k.state IN ('SENT', 'DELIVERED')))";

    private final JdbcClient jdbc;

    Disclosures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A place in the list: right after what went at that moment in that message. */
    record Place(Instant at, UUID message) {

        static final Place START = new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));
    }

    /**
     * What went once.
     *
     * @param categories sorts of data about this person, by code
     */
    record Disclosure(
            Place place,
            String recipient,
            String kind,
            String basis,
            @Nullable String purpose,
            List<String> categories) {

        Disclosure {
            categories = List.copyOf(categories);
        }
    }

    /** The newest first, after a place. */
    List<Disclosure> about(UUID person, Place after, int limit) {
        return jdbc.sql(
                        "SELECT d.at, d.message, d.recipient, d.kind, d.basis, d.purpose, d.categories FROM disclosure d"
                                + " WHERE d.person_id = :person AND NOT d.shielded AND (d.at, d.message) < (:at, :message)"
                                + " AND " + ARRIVED
                                + " ORDER BY d.at DESC, d.message DESC LIMIT :limit")
                .param("person", person)
                .param("at", Timestamp.from(after.at()))
                .param("message", after.message())
                .param("limit", limit)
                .query((row, i) -> new Disclosure(
                        new Place(row.getTimestamp(1).toInstant(), row.getObject(2, UUID.class)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        List.of((String[]) row.getArray(7).getArray())))
                .list();
    }
}
