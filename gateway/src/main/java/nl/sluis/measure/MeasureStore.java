package nl.sluis.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.custody.PersonId;
import nl.sluis.policy.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of measures. Rows are added, never changed. */
@Repository
final class MeasureStore {

    private final JdbcClient jdbc;

    MeasureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, PersonId subject, MeasureEntry entry, Instant at) {
        jdbc.sql("""
                INSERT INTO measure (id, person_id, type, executor, valid_from, valid_until, source, retrieved_at, recorded_at)
                VALUES (:id, :person, :type, :executor, :from, :until, :source, :retrieved, :at)
                """)
                .param("id", id)
                .param("person", subject.value())
                .param("type", entry.type().name())
                .param("executor", entry.executor().value())
                .param("from", entry.from())
                .param("until", entry.until())
                .param("source", entry.source().name())
                .param("retrieved", entry.source().retrievedAt().atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(UUID id, MeasureEntry.Ending ending, Instant at) {
        jdbc.sql("""
                INSERT INTO measure_ending (measure_id, last_day, source, retrieved_at, recorded_at)
                VALUES (:id, :day, :source, :retrieved, :at)
                """)
                .param("id", id)
                .param("day", ending.lastDay())
                .param("source", ending.source().name())
                .param("retrieved", ending.source().retrievedAt().atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Until the end of the transaction nobody else records or ends a measure of this person. */
    void lock(PersonId person) {
        jdbc.sql("SELECT 1 FROM person WHERE id = :id FOR NO KEY UPDATE")
                .param("id", person.value())
                .query(row -> {});
    }

    Optional<RecordedMeasure> find(UUID id) {
        return read("m.id = :id", "id", id).stream().findFirst();
    }

    /** All about these persons, in the order in which they were recorded. */
    List<RecordedMeasure> about(Collection<PersonId> persons) {
        String[] ids = persons.stream().map(id -> id.value().toString()).toArray(String[]::new);
        return read("m.person_id = ANY(CAST(:ids AS uuid[]))", "ids", ids);
    }

    private List<RecordedMeasure> read(String condition, String name, Object value) {
        Map<UUID, List<RecordedMeasure.Ended>> endings = new HashMap<>();
        jdbc.sql("SELECT e.* FROM measure_ending e JOIN measure m ON m.id = e.measure_id WHERE " + condition
                        + " ORDER BY e.seq")
                .param(name, value)
                .query(row -> {
                    endings.computeIfAbsent(row.getObject("measure_id", UUID.class), id -> new ArrayList<>())
                            .add(new RecordedMeasure.Ended(
                                    new MeasureEntry.Ending(row.getObject("last_day", LocalDate.class), source(row)),
                                    moment(row, "recorded_at")));
                });
        return jdbc.sql("SELECT m.* FROM measure m WHERE " + condition + " ORDER BY m.seq")
                .param(name, value)
                .query((row, n) -> measure(row, endings))
                .list();
    }

    private static RecordedMeasure measure(ResultSet row, Map<UUID, List<RecordedMeasure.Ended>> endings)
            throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new RecordedMeasure(
                id,
                new PersonId(row.getObject("person_id", UUID.class)),
                Measure.Type.valueOf(row.getString("type")),
                new OrganisationId(row.getString("executor")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                source(row),
                moment(row, "recorded_at"),
                endings.getOrDefault(id, List.of()));
    }

    private static MeasureEntry.Source source(ResultSet row) throws SQLException {
        return new MeasureEntry.Source(row.getString("source"), moment(row, "retrieved_at"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
