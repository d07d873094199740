package nl.sluis.copies;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what was given to whom. */
@Repository
final class GivenStore {

    private final JdbcClient jdbc;

    GivenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A consent and the organisation that gets a copy.
     *
     * @param envelope null while none can go
     * @param obstacle why none can go, a code; null when one has gone
     */
    record Row(
            UUID consent,
            OrganisationId holder,
            @Nullable MessageId envelope,
            @Nullable String obstacle) {}

    /** Takes on giving a copy; false when somebody did before. */
    boolean take(UUID consent, OrganisationId holder, MessageId envelope, Instant at) {
        return jdbc.sql("""
                        INSERT INTO consent_given (consent_id, holder, envelope, at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (consent_id, holder) DO UPDATE SET envelope = EXCLUDED.envelope, obstacle = NULL,
                            at = EXCLUDED.at WHERE consent_given.envelope IS NULL
                        """)
                        .params(consent, holder.value(), envelope.value(), Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Notes why no copy can go; a copy that has gone has gone. */
    void obstacle(UUID consent, OrganisationId holder, String obstacle, Instant at) {
        jdbc.sql("""
                INSERT INTO consent_given (consent_id, holder, obstacle, at) VALUES (?, ?, ?, ?)
                ON CONFLICT (consent_id, holder) DO UPDATE SET obstacle = EXCLUDED.obstacle, at = EXCLUDED.at
                    WHERE consent_given.envelope IS NULL
                """)
                .params(consent, holder.value(), obstacle, Timestamp.from(at))
                .update();
    }

    List<Row> of(Collection<UUID> consents) {
        return jdbc.sql("SELECT consent_id, holder, envelope, obstacle FROM consent_given"
                        + " WHERE consent_id = ANY(?) ORDER BY consent_id, holder")
                .params((Object) consents.toArray(UUID[]::new))
                .query((row, i) -> {
                    UUID envelope = row.getObject(3, UUID.class);
                    return new Row(
                            row.getObject(1, UUID.class),
                            new OrganisationId(row.getString(2)),
                            envelope == null ? null : new MessageId(envelope),
                            row.getString(4));
                })
                .list();
    }

    /** The consent of which this envelope is the copy. */
    UUID consentOf(MessageId envelope) {
        return jdbc.sql("SELECT consent_id FROM consent_given WHERE envelope = ?")
                .param(envelope.value())
                .query(UUID.class)
                .single();
    }

    /** Those of which this organisation was given a copy. */
    List<UUID> givenTo(OrganisationId holder, Collection<UUID> consents) {
        return of(consents).stream()
                .filter(row -> row.holder().equals(holder) && row.envelope() != null)
                .map(Row::consent)
                .toList();
    }
}
