package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.node.Dutch;
import nl.sluis.path.Http.Reply;
import nl.sluis.registers.RegisterComparison;
import nl.sluis.registers.RegisterComparison.Difference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who a person is, is erased on a real node; never while something is on record that must be found or proved. */
@ExtendWith(NodesExtension.class)
class PersonErasureTest {

    private static final String BORN = "2008-05-04";
    private static final List<String> TABLES =
            List.of("person", "person_number", "custody", "custody_holder", "data_key");

    private final SchoolAlone node;
    private final Http school;
    private final Http officer;

    PersonErasureTest(SchoolAlone node) throws IOException {
        this.node = node;
        this.school = node.system();
        this.officer = node.caller("privacy-officer");
    }

    @Test
    void nobodyIsErasedOfWhomSomethingMustBeFoundOrProved() throws IOException {
        String pupil = "esra-" + UUID.randomUUID();
        school.put("/v1/persons/" + pupil, Samples.person(BORN).replace("true", "false"));
        LocalDate today = Dutch.day(node.clock().instant());
        String consent = school.post(
                        "/v1/consents",
                        Samples.consent(pupil, today.plusMonths(3))
                                .replace("wijkteam-noord", SchoolAlone.SUCCESSOR.value()))
                .text("id");
        String message = school.post(
                        "/v1/messages",
                        Map.of("Content-Type", Samples.CONCERN, "Sluis-Recipient", SchoolAlone.SUCCESSOR.value()),
                        Samples.concern(pupil, "Is vaak moe."))
                .text("id");
        assertThat(school.post("/v1/measures", """
                {"type": "OTS", "subject": "%s", "executor": "%s", "from": "%s", "until": "%s", "source": "beschikking 1",
                 "retrievedAt": "%s"}""".formatted(
                                        pupil,
                                        SchoolAlone.INSTITUTION.value(),
                                        today.minusDays(9),
                                        today.plusMonths(6),
                                        node.clock().instant()))
                        .status())
                .isEqualTo(201);
        String meldcode =
                school.post("/v1/meldcode-cases", """
                {"subjects": ["%s"], "acute": true, "responsible": "karin"}""".formatted(pupil)).text("id");
        assertThat(inTheWay(pupil)).endsWith(": CANNOT_DECIDE, MEASURE, MELDCODE_CASE, MESSAGE_WAITS, STATEMENT");

        school.post("/v1/messages/" + message + "/closing", "{\"reason\": \"MISTAKE\"}");
        school.put("/v1/persons/" + pupil, Samples.person(BORN));
        erase("/v1/meldcode-cases/" + meldcode + "?reason=UNLAWFUL");
        school.post(
                "/v1/consents/" + consent + "/withdrawal",
                "{\"by\": \"%s\", \"channel\": \"PORTAL\"}".formatted(pupil));

        // Withdrawn, and still: its form may be brought again
        assertThat(inTheWay(pupil)).endsWith(": MEASURE, STATEMENT");
        assertThat(school.get("/v1/persons/" + pupil).status()).isEqualTo(200);
    }

    @Test
    void whoIsErasedCannotBeReadFromTheDatabaseNorFromACopyOfItAndIsSomebodyNewAfterwards() throws IOException {
        String pupil = "ferre-" + UUID.randomUUID();
        school.put("/v1/persons/" + pupil, Samples.person(BORN));
        String before = identity();
        List<byte[]> kept = jdbc().sql("SELECT wrapped FROM data_key WHERE subject = ?")
                .param("person/" + before)
                .query((row, n) -> row.getBytes(1))
                .list();
        assertThat(kept).hasSize(1);

        assertThat(erase("/v1/persons/" + pupil).status())
                .as("without a reason")
                .isEqualTo(422);
        assertThat(erase("/v1/persons/" + pupil + "?reason=TERM_ENDED").status())
                .isEqualTo(204);

        assertThat(school.get("/v1/persons/" + pupil).status()).isEqualTo(404);
        assertThat(erase("/v1/persons/" + pupil + "?reason=TERM_ENDED").status())
                .isEqualTo(404);
        assertThat(stored())
                .contains(before)
                .doesNotContain(pupil, HexFormat.of().formatHex(pupil.getBytes(StandardCharsets.UTF_8)))
                .doesNotContain(HexFormat.of().formatHex(kept.getFirst()));
        assertThat(jdbc().sql("SELECT count(*) FROM audit_entry WHERE event = 'PERSON_ERASED' AND detail LIKE ?")
                        .param("%" + before + "%")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        school.put("/v1/persons/" + pupil, Samples.person(BORN));
        assertThat(identity()).isNotEqualTo(before);
    }

    /** Else whoever takes a person out of the database would write a day in this column. */
    @Test
    void anErasedPersonIsNoDifferenceAndOneThatTheAuditDoesNotKnowIs() throws IOException {
        String pupil = "noor-" + UUID.randomUUID();
        school.put("/v1/persons/" + pupil, Samples.person(BORN));
        String other = "sam-" + UUID.randomUUID();
        Difference before = differs();
        erase("/v1/persons/" + pupil + "?reason=UNLAWFUL");
        assertThat(differs()).isEqualTo(before);

        school.put("/v1/persons/" + other, Samples.person(BORN));
        String identity = identity();
        byte[] birth = jdbc().sql("SELECT birth FROM person WHERE id = ?::uuid")
                .param(identity)
                .query((row, n) -> row.getBytes(1))
                .single();
        jdbc().sql("UPDATE person SET erased_at = now() WHERE id = ?::uuid")
                .param(identity)
                .update();
        List<byte[]> number = jdbc().sql(
                        "DELETE FROM person_number WHERE person_id = ?::uuid RETURNING fingerprint, value")
                .param(identity)
                .query((row, n) -> List.of(row.getBytes(1), row.getBytes(2)))
                .single();
        assertThat(differs()).isEqualTo(new Difference(before.missing() + 1, before.altered() + 1));

        jdbc().sql("INSERT INTO person_number (fingerprint, person_id, system, value) VALUES (?, ?::uuid, 'local', ?)")
                .params(number.get(0), identity, number.get(1))
                .update();
        jdbc().sql("UPDATE person SET erased_at = NULL, birth = ? WHERE id = ?::uuid")
                .params(birth, identity)
                .update();
        assertThat(differs()).isEqualTo(before);
    }

    private Difference differs() {
        RegisterComparison comparison = node.part(RegisterComparison.class);
        comparison.look();
        return comparison.last().getOrDefault("person", new Difference(0, 0));
    }

    private String inTheWay(String pupil) throws IOException {
        Reply reply = erase("/v1/persons/" + pupil + "?reason=SUBJECT_REQUEST");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(409);
        return reply.text("title");
    }

    private Reply erase(String path) throws IOException {
        return officer.send("DELETE", path, Map.of(), new byte[0]);
    }

    private JdbcClient jdbc() {
        return node.part(JdbcClient.class);
    }

    private String identity() {
        return jdbc().sql("SELECT detail FROM audit_entry WHERE event = 'PERSON_RECORDED' ORDER BY n DESC LIMIT 1")
                .query(String.class)
                .single()
                .replaceAll(".*\"person\": ?\"([0-9a-f-]{36})\".*", "$1");
    }

    private String stored() {
        StringBuilder all = new StringBuilder();
        for (String table : TABLES) {
            jdbc().sql("SELECT t::text FROM " + table + " t")
                    .query(String.class)
                    .list()
                    .forEach(row -> all.append(row).append('\n'));
        }
        return all.toString();
    }
}
