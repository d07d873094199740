package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.node.Dutch;
import nl.sluis.path.Http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who a person is, and what a meldcode case says, is erased on a real node; never while something still counts. */
@ExtendWith(NodesExtension.class)
class PersonErasureTest {

    private static final String BORN = "2008-05-04";
    private static final List<String> TABLES =
            List.of("person", "person_number", "custody", "custody_holder", "data_key", "outgoing", "meldcode_event");

    private final SchoolAlone node;
    private final Http school;
    private final Http officer;

    PersonErasureTest(SchoolAlone node) throws IOException {
        this.node = node;
        this.school = node.system();
        this.officer = node.caller("privacy-officer");
    }

    @Test
    void nobodyIsErasedWhileWhatWasRecordedAboutThemCounts() throws IOException {
        String pupil = "esra-" + UUID.randomUUID();
        school.put("/v1/persons/" + pupil, Samples.person(BORN));
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
        Reply ordered = school.post("/v1/measures", """
                {"type": "OTS", "subject": "%s", "executor": "%s", "from": "%s", "until": "%s", "source": "beschikking 1",
                 "retrievedAt": "%s"}""".formatted(
                        pupil,
                        SchoolAlone.INSTITUTION.value(),
                        today.minusDays(9),
                        today.plusMonths(6),
                        node.clock().instant()));
        assertThat(ordered.status()).as(ordered.toString()).isEqualTo(201);
        String measure = ordered.text("id");

        Reply all = erase("/v1/persons/" + pupil + "?reason=SUBJECT_REQUEST");
        assertThat(all.status()).isEqualTo(409);
        assertThat(all.text("title")).endsWith(": MEASURE_STANDS, MESSAGE_WAITS, STATEMENT_STANDS");

        school.post("/v1/messages/" + message + "/closing", "{\"reason\": \"MISTAKE\"}");
        school.post(
                "/v1/consents/" + consent + "/withdrawal",
                "{\"by\": \"%s\", \"channel\": \"PORTAL\"}".formatted(pupil));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(erase("/v1/persons/" + pupil + "?reason=SUBJECT_REQUEST")
                                .text("title"))
                        .endsWith(": MEASURE_STANDS"));
        school.post("/v1/measures/" + measure + "/ending", """
                {"lastDay": "%s", "source": "beschikking 2", "retrievedAt": "%s"}""".formatted(
                        today.minusDays(1), node.clock().instant()));

        assertThat(stored()).contains(identity(pupil));
        Reply erased = erase("/v1/persons/" + pupil + "?reason=SUBJECT_REQUEST");
        assertThat(erased.status()).as(erased.toString()).isEqualTo(204);

        assertThat(school.get("/v1/persons/" + pupil).status()).isEqualTo(404);
        assertThat(erase("/v1/persons/" + pupil + "?reason=SUBJECT_REQUEST").status())
                .isEqualTo(404);
    }

    @Test
    void whoIsErasedCannotBeReadFromTheDatabaseNorFromACopyOfItAndIsSomebodyNewAfterwards() throws IOException {
        String pupil = "ferre-" + UUID.randomUUID();
        school.put("/v1/persons/" + pupil, Samples.person(BORN));
        String before = identity(pupil);
        List<byte[]> kept = jdbc().sql("SELECT wrapped FROM data_key WHERE subject = ?")
                .param("person/" + before)
                .query((row, n) -> row.getBytes(1))
                .list();
        assertThat(kept).hasSize(1);

        assertThat(erase("/v1/persons/" + pupil).status()).isEqualTo(422);
        assertThat(erase("/v1/persons/" + pupil + "?reason=TERM_ENDED").status())
                .isEqualTo(204);

        assertThat(stored())
                .doesNotContain(pupil, HexFormat.of().formatHex(pupil.getBytes(StandardCharsets.UTF_8)))
                .doesNotContain(HexFormat.of().formatHex(kept.getFirst()));
        assertThat(jdbc().sql("SELECT count(*) FROM audit_entry WHERE event = 'PERSON_ERASED' AND detail LIKE ?")
                        .param("%" + before + "%")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        school.put("/v1/persons/" + pupil, Samples.person(BORN));
        assertThat(identity(pupil)).isNotEqualTo(before);
    }

    @Test
    void anErasedCaseIsNotThereAndNoReportGoesOnIt() throws IOException {
        String pupil = "gijs-" + UUID.randomUUID();
        school.put("/v1/persons/" + pupil, Samples.person(BORN));
        String id = school.post("/v1/meldcode-cases", """
                {"subjects": ["%s"], "acute": true, "responsible": "karin"}""".formatted(pupil)).text("id");
        assertThat(school.get("/v1/meldcode-cases/" + id).status()).isEqualTo(200);

        assertThat(erase("/v1/meldcode-cases/" + id).status()).isEqualTo(422);
        assertThat(erase("/v1/meldcode-cases/" + id + "?reason=UNLAWFUL").status())
                .isEqualTo(204);

        assertThat(school.get("/v1/meldcode-cases/" + id).status()).isEqualTo(404);
        assertThat(erase("/v1/meldcode-cases/" + id + "?reason=UNLAWFUL").status())
                .isEqualTo(404);
        assertThat(school.put(
                                "/v1/meldcode-cases/" + id + "/weighing",
                                "{\"outcome\": \"MUST_REPORT\", \"responsible\": \"karin\"}")
                        .status())
                .isEqualTo(404);
        assertThat(jdbc().sql("SELECT count(*) FROM data_key WHERE subject = ?")
                        .param("meldcode/" + id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Reply erase(String path) throws IOException {
        return officer.send("DELETE", path, Map.of(), new byte[0]);
    }

    private JdbcClient jdbc() {
        return node.part(JdbcClient.class);
    }

    private String identity(String pupil) {
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
