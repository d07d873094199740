package nl.sluis.custody;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.canonical.CustodyType;
import nl.sluis.seal.AtRest;
import nl.sluis.seal.RowBinding;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of custody: what is stated of a person is a row of its own, bound to it, and the latest counts. */
@Repository
final class CustodyStore {

    private final JdbcClient jdbc;
    private final RowBinding<Bound> binding;

    CustodyStore(JdbcClient jdbc, AtRest atRest) {
        this.jdbc = jdbc;
        this.binding = new RowBinding<>(atRest, "custody", Bound.class);
    }

    /**
     * Who holds authority, as a register stated it.
     *
     * @param source which register, or which document
     * @param retrievedAt when it stated so
     */
    record Row(
            CustodyType type, List<PersonId> holders, boolean underInvestigation, String source, Instant retrievedAt) {}

    /**
     * What was stated of a person at one moment.
     *
     * @param capable whether the person can decide for themselves
     * @param custody null when nothing is known of it
     */
    record Statement(boolean capable, @Nullable Row custody) {}

    /** A statement and when it was recorded. */
    record Bound(Statement statement, Instant recordedAt) {}

    /** The latest of each; absent of whom nothing was stated. */
    Map<PersonId, Statement> latest(Collection<PersonId> ids) {
        Map<PersonId, Statement> statements = new HashMap<>();
        jdbc.sql("SELECT DISTINCT ON (c.person_id) c.id, c.person_id, c.content, c.recorded_at FROM custody c"
                        + " WHERE c.person_id = ANY(CAST(:ids AS uuid[])) ORDER BY c.person_id, c.id DESC")
                .param("ids", PersonStore.uuids(ids))
                .query(row -> {
                    PersonId person = new PersonId(row.getObject("person_id", UUID.class));
                    Bound bound = binding.read(person.key(), row.getLong("id"), row.getBytes("content"));
                    binding.same(
                            row.getObject("recorded_at", OffsetDateTime.class).toInstant(), bound.recordedAt());
                    statements.put(person, bound.statement());
                });
        return statements;
    }

    /** Which statement of a person is the latest; zero when nothing was stated. */
    long latestOf(PersonId person) {
        return jdbc.sql("SELECT coalesce(max(id), 0) FROM custody WHERE person_id = ?")
                .param(person.value())
                .query(Long.class)
                .single();
    }

    /**
     * Reads every statement of a person, also those that a later one replaced.
     *
     * @throws IllegalStateException when one is not as it was written
     */
    void readAll(PersonId person) {
        jdbc.sql("SELECT id, content, recorded_at FROM custody WHERE person_id = ?")
                .param(person.value())
                .query(row -> {
                    Bound bound = binding.read(person.key(), row.getLong("id"), row.getBytes("content"));
                    binding.same(
                            row.getObject("recorded_at", OffsetDateTime.class).toInstant(), bound.recordedAt());
                });
    }

    /** Takes away what was stated of a person; over whom they hold authority stays. */
    void erase(PersonId person) {
        jdbc.sql("DELETE FROM custody_holder h USING custody c WHERE c.id = h.custody_id AND c.person_id = ?")
                .param(person.value())
                .update();
        jdbc.sql("DELETE FROM custody WHERE person_id = ?")
                .param(person.value())
                .update();
    }

    /** Adds a statement. */
    void add(PersonId person, Statement statement, Instant at) {
        // Known beforehand: the content is bound to it
        long id = jdbc.sql("SELECT nextval(pg_get_serial_sequence('custody', 'id'))")
                .query(Long.class)
                .single();
        jdbc.sql(
                        "INSERT INTO custody (id, person_id, under_investigation, recorded_at, content) OVERRIDING SYSTEM VALUE"
                                + " VALUES (:id, :person, false, :at, :content)")
                .param("id", id)
                .param("person", person.value())
                .param("at", PersonStore.timestamp(at))
                .param("content", binding.bind(person.key(), id, new Bound(statement, at)))
                .update();
        Row custody = statement.custody();
        if (custody != null) {
            // Whom another's custody names stays in the register
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
}
