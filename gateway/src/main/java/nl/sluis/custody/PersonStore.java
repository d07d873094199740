package nl.sluis.custody;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonIdentifier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of persons and their identifiers, which no one reads without the node's keys. */
@Repository
final class PersonStore {

    /** The key of a person, in a question about that person; an SQL expression of the person's identity follows. */
    private static final String WITH_KEY = "LEFT JOIN data_key k ON k.subject = '" + PersonId.KEYS + "' || ";

    private final JdbcClient jdbc;
    private final PersonSeal seal;

    PersonStore(JdbcClient jdbc, PersonSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** A registered person; the birth date is null while nobody stated one. */
    record Row(PersonId id, @Nullable PartialDate birthDate) {}

    /**
     * Until the end of the transaction nobody else registers persons by these identifiers. Taken in one order, so that two
     * requests never wait for each other.
     */
    void lock(Collection<PersonIdentifier> identifiers) {
        jdbc.sql("""
                SELECT pg_advisory_xact_lock(key) FROM (
                    SELECT DISTINCT hashtextextended(name, 0) AS key FROM unnest(CAST(:names AS text[])) AS name
                    ORDER BY key) AS ordered
                """).param("names", names(seal.byFingerprint(identifiers))).query(row -> {});
    }

    /** Until the end of the transaction nobody else changes these persons; they may still be referred to. */
    void lockPersons(Collection<PersonId> ids) {
        jdbc.sql("SELECT 1 FROM person WHERE id = ANY(CAST(:ids AS uuid[])) ORDER BY id FOR NO KEY UPDATE")
                .param("ids", uuids(ids))
                .query(row -> {});
    }

    /**
     * Who is known by these.
     *
     * @throws IllegalStateException when a row names another person than it was made for
     */
    Map<PersonIdentifier, PersonId> owners(Collection<PersonIdentifier> identifiers) {
        Map<String, PersonIdentifier> asked = seal.byFingerprint(identifiers);
        Map<PersonIdentifier, PersonId> owners = new HashMap<>();
        jdbc.sql("SELECT asked.name, n.person_id, n.fingerprint, n.value, k.wrapped FROM person_number n"
                        + " JOIN unnest(CAST(:names AS text[])) AS asked(name) ON n.fingerprint = decode(asked.name, 'hex') "
                        + WITH_KEY + "n.person_id")
                .param("names", names(asked))
                .query(row -> {
                    PersonIdentifier identifier = asked.get(row.getString("name"));
                    PersonId id = new PersonId(row.getObject("person_id", UUID.class));
                    // Nobody else's key opens it: the row was not given to another person
                    String number = seal.of(id, row.getBytes("wrapped"))
                            .number(row.getBytes("fingerprint"), row.getBytes("value"));
                    if (identifier != null && identifier.value().equals(number)) {
                        owners.put(identifier, id);
                    }
                });
        return owners;
    }

    Map<PersonId, Row> rows(Collection<PersonId> ids) {
        Map<PersonId, Row> rows = new HashMap<>();
        jdbc.sql("SELECT p.id, p.birth, k.wrapped FROM person p " + WITH_KEY
                        + "p.id WHERE p.id = ANY(CAST(:ids AS uuid[]))")
                .param("ids", uuids(ids))
                .query(row -> {
                    PersonId id = new PersonId(row.getObject("id", UUID.class));
                    rows.put(id, new Row(id, birthDate(id, row)));
                });
        return rows;
    }

    private @Nullable PartialDate birthDate(PersonId id, ResultSet row) throws SQLException {
        byte[] birth = row.getBytes("birth");
        return birth == null ? null : seal.of(id, row.getBytes("wrapped")).birthDate(birth);
    }

    /** The numbers of one numbering, in a fixed order. */
    Map<PersonId, List<String>> numbers(String system, Collection<PersonId> ids) {
        Map<PersonId, List<String>> numbers = new LinkedHashMap<>();
        jdbc.sql("SELECT n.person_id, n.fingerprint, n.value, k.wrapped FROM person_number n " + WITH_KEY
                        + "n.person_id WHERE n.system = :system AND n.person_id = ANY(CAST(:ids AS uuid[]))"
                        + " ORDER BY n.person_id")
                .param("system", system)
                .param("ids", uuids(ids))
                .query(row -> {
                    PersonId id = new PersonId(row.getObject("person_id", UUID.class));
                    numbers.computeIfAbsent(id, each -> new ArrayList<>())
                            .add(seal.of(id, row.getBytes("wrapped"))
                                    .number(row.getBytes("fingerprint"), row.getBytes("value")));
                });
        numbers.values().forEach(each -> each.sort(null));
        return numbers;
    }

    void register(PersonId id, Instant at) {
        jdbc.sql("INSERT INTO person (id, registered_at) VALUES (:id, :at)")
                .param("id", id.value())
                .param("at", timestamp(at))
                .update();
    }

    void addIdentifier(PersonId id, PersonIdentifier identifier) {
        byte[] fingerprint = seal.fingerprint(identifier);
        jdbc.sql("INSERT INTO person_number (fingerprint, person_id, system, value)"
                        + " VALUES (:fingerprint, :id, :system, :value)")
                .param("fingerprint", fingerprint)
                .param("id", id.value())
                .param("system", identifier.system())
                .param("value", seal.of(id).number(fingerprint, identifier.value()))
                .update();
    }

    void removeNumber(String system, PersonId id) {
        jdbc.sql("DELETE FROM person_number WHERE system = :system AND person_id = :id")
                .param("system", system)
                .param("id", id.value())
                .update();
    }

    /** False when there was one already. */
    boolean completeBirthDate(PersonId id, PartialDate birthDate) {
        return jdbc.sql("UPDATE person SET birth = :birth WHERE id = :id AND birth IS NULL")
                        .param("birth", seal.of(id).birthDate(birthDate))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void replace(PersonId id, PartialDate birthDate) {
        jdbc.sql("UPDATE person SET birth = :birth WHERE id = :id")
                .param("birth", seal.of(id).birthDate(birthDate))
                .param("id", id.value())
                .update();
    }

    /** By what a person is known. */
    List<PersonIdentifier> identifiers(PersonId id) {
        return jdbc.sql("SELECT n.system, n.fingerprint, n.value, k.wrapped FROM person_number n " + WITH_KEY
                        + "n.person_id WHERE n.person_id = ?")
                .param(id.value())
                .query((row, n) -> new PersonIdentifier(
                        row.getString("system"),
                        seal.of(id, row.getBytes("wrapped"))
                                .number(row.getBytes("fingerprint"), row.getBytes("value"))))
                .list();
    }

    /** Until the end of the transaction nobody changes this person or records anything about them. */
    void claim(PersonId id) {
        jdbc.sql("SELECT 1 FROM person WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(row -> {});
    }

    /**
     * Until the end of the transaction nobody erases these persons. Who is not registered is nobody to erase.
     *
     * @return false when one of them was erased
     */
    boolean hold(Collection<PersonId> ids) {
        return jdbc
                .sql(
                        "SELECT erased_at IS NULL FROM person WHERE id = ANY(CAST(:ids AS uuid[])) ORDER BY id FOR KEY SHARE")
                .param("ids", uuids(ids))
                .query((row, n) -> row.getBoolean(1))
                .list()
                .stream()
                .allMatch(Boolean::booleanValue);
    }

    /** Takes away by what a person is known and when they were born, with the key. */
    void erase(PersonId id, Instant at) {
        jdbc.sql("DELETE FROM person_number WHERE person_id = ?")
                .param(id.value())
                .update();
        jdbc.sql("UPDATE person SET birth = NULL, birth_date = NULL, erased_at = :at WHERE id = :id")
                .param("at", timestamp(at))
                .param("id", id.value())
                .update();
        seal.destroyKeyOf(id);
    }

    /** That this node erased somebody. */
    String mark(PersonId id) {
        return seal.erased(id);
    }

    static OffsetDateTime timestamp(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static String[] uuids(Collection<PersonId> ids) {
        return ids.stream().map(id -> id.value().toString()).toArray(String[]::new);
    }

    private static String[] names(Map<String, PersonIdentifier> byFingerprint) {
        return byFingerprint.keySet().toArray(String[]::new);
    }
}
