package nl.sluis.custody;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.canonical.CustodyType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of custody: each statement is a row of its own, and the latest counts. */
@Repository
final class CustodyStore {

    private final JdbcClient jdbc;

    CustodyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who holds authority, as a register stated it.
     *
     * @param source which register, or which document
     * @param retrievedAt when it stated so
     */
    record Row(
            CustodyType type, List<PersonId> holders, boolean underInvestigation, String source, Instant retrievedAt) {}

    /** The latest of each; absent where nothing is known. */
    Map<PersonId, Row> latest(Collection<PersonId> ids) {
        Map<PersonId, Row> rows = new HashMap<>();
        jdbc.sql("""
                SELECT DISTINCT ON (c.person_id) c.*,
                    ARRAY(SELECT h.person_id FROM custody_holder h WHERE h.custody_id = c.id ORDER BY position) AS holders
                FROM custody c WHERE c.person_id = ANY(CAST(:ids AS uuid[])) ORDER BY c.person_id, c.id DESC
                """).param("ids", PersonStore.uuids(ids)).query(row -> {
            if (row.getString("type") != null) {
                rows.put(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        new Row(
                                CustodyType.valueOf(row.getString("type")),
                                persons(row.getArray("holders")),
                                row.getBoolean("under_investigation"),
                                row.getString("source"),
                                row.getObject("retrieved_at", OffsetDateTime.class)
                                        .toInstant()));
            }
        });
        return rows;
    }

    /**
     * Adds a statement.
     *
     * @param custody null when from now on nothing is known
     */
    void add(PersonId person, @Nullable Row custody, Instant at) {
        long id = jdbc.sql("""
                INSERT INTO custody (person_id, type, under_investigation, source, retrieved_at, recorded_at)
                VALUES (:person, :type, :underInvestigation, :source, :retrievedAt, :at) RETURNING id
                """)
                .param("person", person.value())
                .param("type", custody == null ? null : custody.type().name())
                .param("underInvestigation", custody != null && custody.underInvestigation())
                .param("source", custody == null ? null : custody.source())
                .param("retrievedAt", custody == null ? null : PersonStore.timestamp(custody.retrievedAt()))
                .param("at", PersonStore.timestamp(at))
                .query(Long.class)
                .single();
        if (custody != null) {
            jdbc.sql("""
                    INSERT INTO custody_holder (custody_id, position, person_id)
                    SELECT :custody, position, holder
                    FROM unnest(CAST(:holders AS uuid[])) WITH ORDINALITY AS h(holder, position)
                    """)
                    .param("custody", id)
                    .param("holders", PersonStore.uuids(custody.holders()))
                    .update();
        }
    }

    private static List<PersonId> persons(Array array) throws SQLException {
        return Arrays.stream((UUID[]) array.getArray()).map(PersonId::new).toList();
    }
}
