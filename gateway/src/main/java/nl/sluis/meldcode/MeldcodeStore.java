package nl.sluis.meldcode;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.adapter.MessageJson;
import nl.sluis.custody.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of meldcode cases. Events are added, never changed. */
@Repository
final class MeldcodeStore {

    /** Names in the database; renaming a class does not change them. */
    private static final Map<String, Class<? extends MeldcodeEvent>> KINDS = Map.of(
            "OPENED", MeldcodeEvent.Opened.class,
            "STEP_TAKEN", MeldcodeEvent.StepTaken.class,
            "STEP_SKIPPED", MeldcodeEvent.StepSkipped.class,
            "WEIGHED", MeldcodeEvent.Weighed.class,
            "INFORMED", MeldcodeEvent.Informed.class,
            "NOT_INFORMED", MeldcodeEvent.NotInformed.class,
            "VT_ADVICE_ASKED", MeldcodeEvent.AdviceAsked.class);

    private final JdbcClient jdbc;

    MeldcodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String kind(MeldcodeEvent event) {
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(event.getClass()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    void open(UUID id, Set<PersonId> subjects, Instant at) {
        jdbc.sql("INSERT INTO meldcode_case (id, opened_at) VALUES (:id, :at)")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        for (PersonId subject : subjects) {
            jdbc.sql("INSERT INTO meldcode_subject (case_id, person_id) VALUES (:id, :person)")
                    .param("id", id)
                    .param("person", subject.value())
                    .update();
        }
    }

    void add(UUID id, MeldcodeEvent event, Instant at) {
        jdbc.sql("""
                INSERT INTO meldcode_event (case_id, kind, detail, recorded_at)
                VALUES (:id, :kind, CAST(:detail AS jsonb), :at)
                """)
                .param("id", id)
                .param("kind", kind(event))
                .param("detail", MessageJson.mapper().writeValueAsString(event))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Until the end of the transaction nobody else adds to this case. */
    void lock(UUID id) {
        jdbc.sql("SELECT 1 FROM meldcode_case WHERE id = :id FOR NO KEY UPDATE")
                .param("id", id)
                .query(row -> {});
    }

    Optional<MeldcodeCase> find(UUID id) {
        List<MeldcodeCase.Recorded> history = jdbc.sql(
                        "SELECT kind, detail, recorded_at FROM meldcode_event WHERE case_id = :id ORDER BY seq")
                .param("id", id)
                .query((row, n) -> new MeldcodeCase.Recorded(
                        read(row.getString("kind"), row.getString("detail")),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
        Set<PersonId> subjects = jdbc.sql("SELECT person_id FROM meldcode_subject WHERE case_id = :id")
                .param("id", id)
                .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                .set();
        return history.isEmpty() ? Optional.empty() : Optional.of(new MeldcodeCase(id, subjects, history));
    }

    private static MeldcodeEvent read(String kind, String detail) {
        Class<? extends MeldcodeEvent> type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalStateException("an event of a kind that this version does not know");
        }
        return MessageJson.mapper().readValue(detail, type);
    }
}
