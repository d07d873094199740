package nl.sluis.meldcode;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.adapter.MessageJson;
import nl.sluis.custody.PersonId;
import nl.sluis.seal.AtRest;
import nl.sluis.seal.RowBinding;
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

    /** The event of a case that is erased. */
    static final String ERASED = "MELDCODE_ERASED";

    /** Stands in the place of a kind, which is in the content. */
    private static final String ENCRYPTED = "ENCRYPTED";

    /** With what the subject of a case's key begins; the identity follows. */
    private static final String SUBJECT = "meldcode/";

    /** Between the kind and the JSON of an event; no kind has it. */
    private static final char SEPARATOR = '\n';

    private final JdbcClient jdbc;
    private final AtRest atRest;
    private final RowBinding<Opening> openings;

    MeldcodeStore(JdbcClient jdbc, AtRest atRest) {
        this.jdbc = jdbc;
        this.atRest = atRest;
        this.openings = new RowBinding<>(atRest, "meldcode-case", Opening.class);
    }

    /** Whom a case is about, and since when. */
    record Opening(Set<PersonId> subjects, Instant at) {}

    /** That this node erased a case; nobody says so without its keys. */
    String mark(String id) {
        return atRest.mark(ERASED, id);
    }

    /** All of them. */
    static Set<String> kinds() {
        return KINDS.keySet();
    }

    static String kind(MeldcodeEvent event) {
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(event.getClass()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    void open(UUID id, Set<PersonId> subjects, Instant at) {
        jdbc.sql("INSERT INTO meldcode_case (id, opened_at, content) VALUES (:id, :at, :content)")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("content", openings.bind(SUBJECT + id, id, new Opening(subjects, at)))
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

    private byte[] content(UUID id, long seq, String kind, String detail) {
        return atRest.of(SUBJECT + id)
                .encrypt(label(seq), (kind + SEPARATOR + detail).getBytes(StandardCharsets.UTF_8));
    }

    private static String label(long seq) {
        return "meldcode-event/" + seq;
    }

    /** Whether a case is about this person. */
    boolean isAbout(PersonId person) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM meldcode_subject WHERE person_id = ?)")
                .param(person.value())
                .query(Boolean.class)
                .single();
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
        return opening(id)
                .map(opening -> new MeldcodeCase(
                        id,
                        opening.subjects(),
                        jdbc.sql(
                                        "SELECT seq, content, recorded_at FROM meldcode_event WHERE case_id = :id ORDER BY seq")
                                .param("id", id)
                                .query((row, n) -> new MeldcodeCase.Recorded(
                                        read(key.decrypt(label(row.getLong("seq")), bound(row))),
                                        row.getObject("recorded_at", OffsetDateTime.class)
                                                .toInstant()))
                                .list()));
    }

    private Optional<Opening> opening(UUID id) {
        return jdbc.sql("""
                        SELECT c.opened_at, c.content,
                            ARRAY(SELECT s.person_id FROM meldcode_subject s WHERE s.case_id = c.id) AS subjects
                        FROM meldcode_case c WHERE c.id = :id""")
                .param("id", id)
                .query((row, n) -> {
                    Opening opening = openings.read(SUBJECT + id, id, row.getBytes("content"));
                    openings.same(
                            new Opening(
                                    Arrays.stream((UUID[])
                                                    row.getArray("subjects").getArray())
                                            .map(PersonId::new)
                                            .collect(Collectors.toSet()),
                                    row.getObject("opened_at", OffsetDateTime.class)
                                            .toInstant()),
                            opening);
                    return opening;
                })
                .optional();
    }

    private static byte[] bound(ResultSet row) throws SQLException {
        byte[] content = row.getBytes("content");
        if (content == null) {
            throw new IllegalStateException("an event of a meldcode case stands there without its content");
        }
        return content;
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
