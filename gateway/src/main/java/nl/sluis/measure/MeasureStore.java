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
import nl.sluis.seal.AtRest;
import nl.sluis.seal.RowBinding;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of measures. Rows are added, never changed; what they state is bound to them. */
@Repository
final class MeasureStore {

    private final JdbcClient jdbc;
    private final RowBinding<Stated> measures;
    private final RowBinding<Ended> endings;

    MeasureStore(JdbcClient jdbc, AtRest atRest) {
        this.jdbc = jdbc;
        this.measures = new RowBinding<>(atRest, "measure", Stated.class);
        this.endings = new RowBinding<>(atRest, "measure-ending", Ended.class);
    }

    /** A measure as its row states it; whom it is about is bound by the key. */
    record Stated(
            Measure.Type type,
            OrganisationId executor,
            LocalDate from,
            @Nullable LocalDate until,
            MeasureEntry.Source source,
            Instant recordedAt) {}

    /** An ending as its row states it. */
    record Ended(UUID measure, MeasureEntry.Ending ending, Instant recordedAt) {}

    void add(UUID id, PersonId subject, MeasureEntry entry, Instant at) {
        Stated stated = new Stated(entry.type(), entry.executor(), entry.from(), entry.until(), entry.source(), at);
        jdbc.sql("""
                INSERT INTO measure (id, person_id, type, executor, valid_from, valid_until, source, retrieved_at, recorded_at,
                    content)
                VALUES (:id, :person, '', '', '-infinity', :until, '', '-infinity', :at, :content)
                """)
                .param("id", id)
                .param("person", subject.value())
                .param("until", entry.until())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("content", measures.bind(subject.key(), id, stated))
                .update();
    }

    void end(RecordedMeasure measure, MeasureEntry.Ending ending, Instant at) {
        // Known beforehand: the content is bound to it
        long seq = jdbc.sql("SELECT nextval(pg_get_serial_sequence('measure_ending', 'seq'))")
                .query(Long.class)
                .single();
        jdbc.sql("""
                INSERT INTO measure_ending (seq, measure_id, last_day, source, retrieved_at, recorded_at, content)
                OVERRIDING SYSTEM VALUE VALUES (:seq, :id, :day, '', '-infinity', :at, :content)
                """)
                .param("seq", seq)
                .param("id", measure.id())
                .param("day", ending.lastDay())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("content", endings.bind(measure.subject().key(), seq, new Ended(measure.id(), ending, at)))
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
        Map<UUID, List<RecordedMeasure.Ended>> ended = new HashMap<>();
        jdbc.sql("SELECT e.*, m.person_id FROM measure_ending e JOIN measure m ON m.id = e.measure_id WHERE "
                        + condition + " ORDER BY e.seq")
                .param(name, value)
                .query(row -> {
                    Ended found = ending(row);
                    ended.computeIfAbsent(found.measure(), id -> new ArrayList<>())
                            .add(new RecordedMeasure.Ended(found.ending(), found.recordedAt()));
                });
        return jdbc.sql("SELECT m.* FROM measure m WHERE " + condition + " ORDER BY m.seq")
                .param(name, value)
                .query((row, n) -> measure(row, ended))
                .list();
    }

    private Ended ending(ResultSet row) throws SQLException {
        PersonId subject = new PersonId(row.getObject("person_id", UUID.class));
        Ended found = endings.read(subject.key(), row.getLong("seq"), row.getBytes("content"));
        endings.same(row.getObject("measure_id", UUID.class), found.measure());
        endings.same(row.getObject("last_day", LocalDate.class), found.ending().lastDay());
        endings.same(recordedAt(row), found.recordedAt());
        return found;
    }

    private RecordedMeasure measure(ResultSet row, Map<UUID, List<RecordedMeasure.Ended>> ended) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        PersonId subject = new PersonId(row.getObject("person_id", UUID.class));
        Stated stated = measures.read(subject.key(), id, row.getBytes("content"));
        measures.same(
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                Optional.ofNullable(stated.until()));
        measures.same(recordedAt(row), stated.recordedAt());
        return new RecordedMeasure(
                id,
                subject,
                stated.type(),
                stated.executor(),
                stated.from(),
                stated.until(),
                stated.source(),
                stated.recordedAt(),
                ended.getOrDefault(id, List.of()));
    }

    private static Instant recordedAt(ResultSet row) throws SQLException {
        return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
    }
}
