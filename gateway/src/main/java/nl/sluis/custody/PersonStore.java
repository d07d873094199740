package nl.sluis.custody;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonIdentifier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of persons and their identifiers. */
@Repository
final class PersonStore {

    private final JdbcClient jdbc;

    PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A registered person; the birth date is null while nobody stated one. */
    record Row(PersonId id, @Nullable PartialDate birthDate, boolean capable) {}

    /**
     * Until the end of the transaction nobody else registers persons by these identifiers. Taken in one order, so that two
     * requests never wait for each other.
     */
    void lock(Collection<PersonIdentifier> identifiers) {
        jdbc.sql("""
                SELECT pg_advisory_xact_lock(key) FROM (
                    SELECT DISTINCT hashtextextended(name, 0) AS key FROM unnest(CAST(:names AS text[])) AS name
                    ORDER BY key) AS ordered
                """)
                .param("names", texts(identifiers, i -> i.system() + " " + i.value()))
                .query(row -> {});
    }

    /** Until the end of the transaction nobody else changes these persons; they may still be referred to. */
    void lockPersons(Collection<PersonId> ids) {
        jdbc.sql("SELECT 1 FROM person WHERE id = ANY(CAST(:ids AS uuid[])) ORDER BY id FOR NO KEY UPDATE")
                .param("ids", uuids(ids))
                .query(row -> {});
    }

    Map<PersonIdentifier, PersonId> owners(Collection<PersonIdentifier> identifiers) {
        Map<PersonIdentifier, PersonId> owners = new HashMap<>();
        jdbc.sql("""
                SELECT i.system, i.value, i.person_id FROM person_identifier i
                JOIN unnest(CAST(:systems AS text[]), CAST(:values AS text[])) AS asked(system, value)
                USING (system, value)
                """)
                .param("systems", texts(identifiers, PersonIdentifier::system))
                .param("values", texts(identifiers, PersonIdentifier::value))
                .query(row -> {
                    owners.put(
                            new PersonIdentifier(row.getString("system"), row.getString("value")),
                            new PersonId(row.getObject("person_id", UUID.class)));
                });
        return owners;
    }

    Map<PersonId, Row> rows(Collection<PersonId> ids) {
        Map<PersonId, Row> rows = new HashMap<>();
        jdbc.sql("SELECT id, birth_date, capable FROM person WHERE id = ANY(CAST(:ids AS uuid[]))")
                .param("ids", uuids(ids))
                .query(row -> {
                    PersonId id = new PersonId(row.getObject("id", UUID.class));
                    String birthDate = row.getString("birth_date");
                    rows.put(
                            id,
                            new Row(
                                    id,
                                    birthDate == null ? null : PartialDate.parse(birthDate),
                                    row.getBoolean("capable")));
                });
        return rows;
    }

    /** The numbers of one numbering, in a fixed order. */
    Map<PersonId, List<String>> numbers(String system, Collection<PersonId> ids) {
        Map<PersonId, List<String>> numbers = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT person_id, value FROM person_identifier
                WHERE system = :system AND person_id = ANY(CAST(:ids AS uuid[])) ORDER BY person_id, value
                """).param("system", system).param("ids", uuids(ids)).query(row -> {
            numbers.computeIfAbsent(new PersonId(row.getObject("person_id", UUID.class)), id -> new ArrayList<>())
                    .add(row.getString("value"));
        });
        return numbers;
    }

    void register(PersonId id, Instant at) {
        jdbc.sql("INSERT INTO person (id, registered_at) VALUES (:id, :at)")
                .param("id", id.value())
                .param("at", timestamp(at))
                .update();
    }

    void addIdentifier(PersonId id, PersonIdentifier identifier) {
        jdbc.sql("INSERT INTO person_identifier (system, value, person_id) VALUES (:system, :value, :id)")
                .param("system", identifier.system())
                .param("value", identifier.value())
                .param("id", id.value())
                .update();
    }

    void removeNumber(String system, PersonId id) {
        jdbc.sql("DELETE FROM person_identifier WHERE system = :system AND person_id = :id")
                .param("system", system)
                .param("id", id.value())
                .update();
    }

    /** False when there was one already. */
    boolean completeBirthDate(PersonId id, PartialDate birthDate) {
        return jdbc.sql("UPDATE person SET birth_date = :date WHERE id = :id AND birth_date IS NULL")
                        .param("date", birthDate.toString())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void replace(PersonId id, PartialDate birthDate, boolean capable) {
        jdbc.sql("UPDATE person SET birth_date = :date, capable = :capable WHERE id = :id")
                .param("date", birthDate.toString())
                .param("capable", capable)
                .param("id", id.value())
                .update();
    }

    static OffsetDateTime timestamp(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static String[] uuids(Collection<PersonId> ids) {
        return texts(ids, id -> id.value().toString());
    }

    private static <T> String[] texts(Collection<T> things, Function<T, String> text) {
        return things.stream().map(text).toArray(String[]::new);
    }
}
