package nl.sluis.meldcode;

import java.nio.charset.StandardCharsets;
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
import nl.sluis.seal.AtRest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of meldcode cases. Events are added, never changed; what they say is encrypted with a key of the case. */
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

    /** Stands in the place of a kind; a program of before does not know it, and stops at it. */
    private static final String ENCRYPTED = "ENCRYPTED";

    /** With what the subject of a case's key begins; the identity follows. */
    private static final String SUBJECT = "meldcode/";

    /** Between the kind and the JSON of an event; no kind has it. */
    private static final char SEPARATOR = '\n';

    private final JdbcClient jdbc;
    private final AtRest atRest;

    MeldcodeStore(JdbcClient jdbc, AtRest atRest) {
        this.jdbc = jdbc;
        this.atRest = atRest;
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
        // Known beforehand: the content is bound to it
        long seq = jdbc.sql("SELECT nextval(pg_get_serial_sequence('meldcode_event', 'seq'))")
                .query(Long.class)
                .single();
        jdbc.sql("""
                INSERT INTO meldcode_event (seq, case_id, kind, detail, content, recorded_at) OVERRIDING SYSTEM VALUE
                VALUES (:seq, :id, :kind, '{}', :content, :at)
                """)
                .param("seq", seq)
                .param("id", id)
                .param("kind", ENCRYPTED)
                .param(
                        "content",
                        content(id, seq, kind(event), MessageJson.mapper().writeValueAsString(event)))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Cases of which programs of before wrote events in clear. */
    List<UUID> inClear() {
        return jdbc.sql("SELECT DISTINCT case_id FROM meldcode_event WHERE content IS NULL")
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Encrypts what stands of a case in clear. Who does the same at this moment is waited for. */
    void encrypt(UUID id) {
        lock(id);
        jdbc.sql("SELECT seq, kind, detail FROM meldcode_event WHERE case_id = ? AND content IS NULL")
                .param(id)
                .query((row, n) -> new InClear(row.getLong("seq"), row.getString("kind"), row.getString("detail")))
                .list()
                .forEach(event -> jdbc.sql("UPDATE meldcode_event SET kind = :kind, detail = '{}', content = :content"
                                + " WHERE seq = :seq")
                        .param("kind", ENCRYPTED)
                        .param("content", content(id, event.seq(), event.kind(), event.detail()))
                        .param("seq", event.seq())
                        .update());
    }

    private record InClear(long seq, String kind, String detail) {}

    private byte[] content(UUID id, long seq, String kind, String detail) {
        return atRest.of(SUBJECT + id)
                .encrypt(label(seq), (kind + SEPARATOR + detail).getBytes(StandardCharsets.UTF_8));
    }

    private static String label(long seq) {
        return "meldcode-event/" + seq;
    }

    /** Until the end of the transaction nobody else adds to this case. */
    void lock(UUID id) {
        jdbc.sql("SELECT 1 FROM meldcode_case WHERE id = :id FOR NO KEY UPDATE")
                .param("id", id)
                .query(row -> {});
    }

    /** Erases a case that is locked, with its key: it can be read in no backup either. */
    void erase(UUID id) {
        for (String table :
                List.of("meldcode_event WHERE case_id", "meldcode_subject WHERE case_id", "meldcode_case WHERE id")) {
            jdbc.sql("DELETE FROM " + table + " = ?").param(id).update();
        }
        atRest.of(SUBJECT + id).destroy();
    }

    Optional<MeldcodeCase> find(UUID id) {
        AtRest.Subject key = atRest.of(SUBJECT + id);
        List<MeldcodeCase.Recorded> history = jdbc.sql(
                        "SELECT seq, content, recorded_at FROM meldcode_event WHERE case_id = :id ORDER BY seq")
                .param("id", id)
                .query((row, n) -> new MeldcodeCase.Recorded(
                        read(key.decrypt(label(row.getLong("seq")), row.getBytes("content"))),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
        Set<PersonId> subjects = jdbc.sql("SELECT person_id FROM meldcode_subject WHERE case_id = :id")
                .param("id", id)
                .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                .set();
        return history.isEmpty() ? Optional.empty() : Optional.of(new MeldcodeCase(id, subjects, history));
    }

    private static MeldcodeEvent read(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        int end = text.indexOf(SEPARATOR);
        Class<? extends MeldcodeEvent> type = KINDS.get(text.substring(0, end));
        if (type == null) {
            throw new IllegalStateException("an event of a kind that this version does not know");
        }
        return MessageJson.mapper().readValue(text.substring(end + 1), type);
    }
}
