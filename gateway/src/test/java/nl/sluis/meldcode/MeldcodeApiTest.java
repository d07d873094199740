package nl.sluis.meldcode;

import static nl.sluis.custody.CustodyFixture.mention;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.canonical.PersonRef;
import nl.sluis.custody.CustodyFixture;
import nl.sluis.custody.KnownPersons;
import nl.sluis.policy.Informing;
import nl.sluis.policy.MeldcodeRecord;
import nl.sluis.seal.AtRest;
import nl.sluis.storage.TestDataKeys;
import nl.sluis.testing.AtOnce;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

class MeldcodeApiTest {

    private static final DataSource DATABASE = TestDatabase.migrated();

    /** Already the 23rd in Amsterdam. */
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T23:30:00Z"));

    private CustodyFixture persons;
    private AtRest atRest;
    private MeldcodeRegister register;
    private MockMvcTester http;

    @BeforeEach
    void freshNode() {
        persons = new CustodyFixture(CustodyFixture.emptied(DATABASE), clock);
        atRest = TestDataKeys.atRest(persons.jdbc);
        register = new MeldcodeRegister(
                new MeldcodeStore(persons.jdbc, atRest), persons.register, clock, persons.facts, persons.transactions);
        http = MockMvcTester.of(new MeldcodeApi(register, persons.register, clock, persons.reads));
        persons.register.idOf("sanne");
        persons.register.idOf("kerem");
    }

    @Test
    void theDatabaseAloneTellsNothingOfACase() {
        String id = open("""
                {"subjects": ["mila"], "acute": true, "responsible": "directie"}""");
        put(id + "/steps/1", "{\"at\": \"2026-11-01\", \"actor\": \"joost\"}");
        put(id + "/informing/kerem", "{\"informed\": false, \"reason\": \"SAFETY\"}");
        assertThat(stored(id))
                .contains("ENCRYPTED")
                .doesNotContain("directie", "joost", "SAFETY", "INFORMED", "STEP", "acute");

        atRest.of("meldcode/" + id).destroy();

        assertThatThrownBy(() -> register.find(id)).isInstanceOf(IllegalStateException.class);
    }

    /** Else a case that is complete about one child would count for any other. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO meldcode_subject (case_id, person_id) VALUES (:case, gen_random_uuid())",
                "DELETE FROM meldcode_subject WHERE case_id = :case",
                "UPDATE meldcode_case SET opened_at = opened_at - interval '1 day' WHERE id = :case",
                "UPDATE meldcode_case SET content = (SELECT content FROM meldcode_event LIMIT 1) WHERE id = :case",
                "UPDATE meldcode_event SET content = (SELECT content FROM meldcode_case LIMIT 1) WHERE case_id = :case"
            })
    void aCaseThatWasChangedInTheDatabaseCountsForNobody(String change) {
        String id = open("""
                {"subjects": ["mila"], "acute": false, "responsible": "directie"}""");
        assertThat(register.find(id)).isPresent();

        assertThat(persons.jdbc.sql(change).param("case", UUID.fromString(id)).update())
                .isPositive();

        assertThatThrownBy(() -> register.find(id)).isInstanceOf(IllegalStateException.class);
    }

    /** What the database has of the events of a case, as text. */
    private String stored(String id) {
        return String.join(
                "\n",
                persons.jdbc
                        .sql("SELECT e::text FROM meldcode_event e WHERE case_id = ?::uuid ORDER BY seq")
                        .param(id)
                        .query(String.class)
                        .list());
    }

    @Test
    void answersADecisionWithWhatWasRecordedAboutThePersonsOfItsQuestion() {
        String id = open("""
                {"subjects": ["mila"], "acute": true, "responsible": "directie"}""");
        put(id + "/steps/1", "{\"at\": \"2026-11-01\", \"actor\": \"joost\"}");
        put(id + "/steps/2", "{\"skipped\": \"ACUTE\"}");
        put(id + "/steps/4", "{\"at\": \"2026-11-23\", \"actor\": \"joost\"}");
        put(id + "/weighing", "{\"outcome\": \"MUST_REPORT\", \"responsible\": \"karin\"}");
        put(id + "/vt-advice", "{\"at\": \"2026-11-03\"}");
        put(id + "/informing/sanne", "{\"informed\": true, \"at\": \"2026-11-02\", \"manner\": \"MONDELING\"}");
        put(id + "/informing/kerem", "{\"informed\": false, \"reason\": \"SAFETY\"}");
        KnownPersons known =
                persons.known(mention("child", "2017-03-01", "mila"), mention("mother", "1992-05-04", "sanne"));

        MeldcodeFacts facts = register.find(id, known).orElseThrow();

        assertThat(facts.meldcode())
                .isEqualTo(new MeldcodeRecord(
                        Map.of(
                                1, new MeldcodeRecord.Step(LocalDate.of(2026, 11, 1), "joost", null),
                                2, new MeldcodeRecord.Step(null, null, MeldcodeRecord.Skipped.ACUTE),
                                4, new MeldcodeRecord.Step(LocalDate.of(2026, 11, 23), "joost", null)),
                        MeldcodeRecord.Weighing.MUST_REPORT,
                        "karin",
                        LocalDate.of(2026, 11, 3),
                        true));
        assertThat(facts.informing())
                .containsExactly(new Informing(
                        new PersonRef("mother"), true, LocalDate.of(2026, 11, 2), Informing.Manner.MONDELING, null));
    }

    @Test
    void hasNoWeighingUntilItIsRecordedHoweverManyStepsWereTaken() {
        String id = open("{\"subjects\": [\"mila\"], \"acute\": false, \"responsible\": \"directie\"}");
        put(id + "/steps/4", "{\"at\": \"2026-11-01\", \"actor\": \"joost\"}");

        MeldcodeRecord found = register.find(id, persons.known(mention("m", "0000-00-00", "mila")))
                .orElseThrow()
                .meldcode();

        assertThat(found.weighing()).isNull();
        assertThat(found.responsible()).isEqualTo("directie");
    }

    @Test
    void isNoCaseForAQuestionAboutSomebodyElse() {
        String id = open("{\"subjects\": [\"mila\"], \"acute\": false}");
        KnownPersons known =
                persons.known(mention("brother", "2012-03-01", "noah"), mention("sister", "2017-03-01", "mila"));

        assertThat(register.find(id, persons.known(mention("b", "2012-03-01", "noah"))))
                .isEmpty();
        assertThat(register.find(id, known, Set.of(new PersonRef("brother")))).isEmpty();
        assertThat(register.find(id, known, Set.of(new PersonRef("sister")))).isPresent();
        assertThat(register.find("nothing", known)).isEmpty();
        assertThat(register.find("00000000-0000-0000-0000-000000000000", known)).isEmpty();
    }

    @Test
    void keepsWhatWasRecordedBeforeAsHistoryAndRepeatsNothing() {
        String id = open("{\"subjects\": [\"mila\"], \"acute\": false}");
        put(id + "/steps/3", "{\"skipped\": \"UNREACHABLE\"}");
        put(id + "/steps/3", "{\"skipped\": \"UNREACHABLE\"}");

        MvcTestResult answer = put(id + "/steps/3", "{\"at\": \"2026-11-02\", \"actor\": \"joost\"}");

        assertThat(answer).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"subjects": ["mila"], "acute": false, "steps": {"3": {"at": "2026-11-02", "actor": "joost"}},
                 "history": [{"event": "OPENED"}, {"event": "STEP_SKIPPED", "about": "step/3"},
                             {"event": "STEP_TAKEN", "about": "step/3"}]}""");
        assertThat(persons.journal.audited()).hasSize(3);
        assertThat(persons.journal.audited().toString()).doesNotContain("mila", "joost");
        assertThat(persons.journal.changed()).hasSize(3).containsOnly(persons.register.idOf("mila"));
    }

    @Test
    void recordsTheSameOnceWhenItIsSaidManyTimesAtOnce() {
        String id = open("{\"subjects\": [\"mila\"], \"acute\": false}");

        List<Integer> statuses = AtOnce.answers(
                8,
                i -> () -> put(id + "/steps/1", "{\"at\": \"2026-11-02\", \"actor\": \"joost\"}")
                        .getResponse()
                        .getStatus());

        assertThat(statuses).containsOnly(200);
        assertThat(persons.journal.audited()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/steps/1    | {'at': '2026-11-24', 'actor': 'MARKER'}                  | /at       | IN_THE_FUTURE",
                "/steps/1    | {'at': 'MARKER', 'actor': 'x'}                           | /at       | DATE",
                "/steps/1    | {'actor': 'MARKER'}                                      | /at       | MISSING",
                "/steps/1    | {'at': '2026-11-01'}                                     | /actor    | MISSING",
                "/steps/1    | {'at': '2026-11-01', 'actor': ''}                        | /actor    | TEXT",
                "/steps/1    | {'at': '2026-11-01', 'actor': 'x', 'why': 'MARKER'}      | /why      | UNKNOWN_FIELD",
                "/steps/1    | {'skipped': 'ACUTE'}                                     | /skipped  | NOT_ALLOWED",
                "/steps/2    | {'skipped': 'ACUTE'}                                     | /skipped  | NOT_ALLOWED",
                "/steps/2    | {'skipped': 'SAFETY'}                                    | /skipped  | NOT_ALLOWED",
                "/steps/4    | {'skipped': 'UNREACHABLE'}                               | /skipped  | NOT_ALLOWED",
                "/steps/3    | {'skipped': 'MARKER'}                                    | /skipped  | UNKNOWN_CODE",
                "/steps/3    | {'skipped': 'SAFETY', 'at': '2026-11-01'}                | /at       | SKIPPED",
                "/steps/3    | {'skipped': 'SAFETY', 'actor': 'MARKER'}                 | /actor    | SKIPPED",
                "/weighing   | {'outcome': 'MARKER', 'responsible': 'x'}                | /outcome  | UNKNOWN_CODE",
                "/weighing   | {'outcome': 'MUST_REPORT'}                               | /responsible | MISSING",
                "/vt-advice  | {'at': '2026-11-24'}                                     | /at       | IN_THE_FUTURE",
                "/vt-advice  | {}                                                       | /at       | MISSING",
                "/informing/sanne | {'informed': true, 'at': '2026-11-24', 'manner': 'E_MAIL'} | /at  | IN_THE_FUTURE",
                "/informing/sanne | {'informed': true, 'at': '2026-11-01'}              | /manner   | MISSING",
                "/informing/sanne | {'informed': true, 'at': '2026-11-01', 'manner': 'E_MAIL', 'reason': 'TRUST'} | /reason | CONTRADICTION",
                "/informing/sanne | {'informed': false}                                 | /reason   | MISSING",
                "/informing/sanne | {'informed': false, 'reason': 'MARKER'}             | /reason   | UNKNOWN_CODE",
                "/informing/sanne | {'informed': false, 'reason': 'TRUST', 'at': '2026-11-01'} | /at | CONTRADICTION",
                "/informing/sanne | {'informed': 'MARKER'}                              | /informed | BOOLEAN",
            })
    void namesThePlaceOfAFaultAndNeverItsValue(String place, String body, String path, String code) {
        String id = open("{\"subjects\": [\"mila\"], \"acute\": false}");

        MvcTestResult answer = put(id + place, body.replace('\'', '"'));

        assertThat(answer).hasStatus(422);
        assertThat(answer)
                .bodyText()
                .contains("\"path\":\"" + path + "\",\"code\":\"" + code + "\"")
                .doesNotContain("MARKER");
        assertThat(register.find(id).orElseThrow().history()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'subjects': [], 'acute': false}                     | /subjects   | EMPTY",
                "{'acute': false}                                     | /subjects   | MISSING",
                "{'subjects': ['mila']}                               | /acute      | MISSING",
                "{'subjects': ['bsn:MARKER'], 'acute': false}         | /subjects/0 | REFERENCE",
                "{'subjects': ['mila'], 'acute': false, 'x': 'MARKER'} | /x         | UNKNOWN_FIELD",
            })
    void opensNoCaseThatIsAtFault(String body, String path, String code) {
        MvcTestResult answer = http.post()
                .uri("/v1/meldcode-cases")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"'))
                .exchange();

        assertThat(answer).hasStatus(422);
        assertThat(answer)
                .bodyText()
                .contains("\"path\":\"" + path + "\",\"code\":\"" + code + "\"")
                .doesNotContain("MARKER");
        assertThat(persons.journal.audited()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "00000000-0000-0000-0000-000000000000/steps/1",
        "nothing/steps/1",
        "1-1-1-1-1/weighing",
        "ID/steps/6",
        "ID/steps/x",
        "ID/informing/nobody",
        "ID/informing/bsn:999990019",
    })
    void answersTheSameForUnknownAndMalformedPlaces(String place) {
        String id = open("{\"subjects\": [\"mila\"], \"acute\": false}");

        assertThat(put(place.replace("ID", id), "{}")).hasStatus(404).bodyJson().isLenientlyEqualTo("""
                {"type": "https://sluis.nl/problems/not-found", "title": "There is nothing here", "status": 404}""");
    }

    private String open(String body) {
        MvcTestResult answer = http.post()
                .uri("/v1/meldcode-cases")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
        assertThat(answer).hasStatus(201);
        String id = JsonMapper.shared()
                .readTree(answer.getResponse().getContentAsByteArray())
                .get("id")
                .stringValue();
        assertThat(answer).headers().hasValue("Location", "/v1/meldcode-cases/" + id);
        return id;
    }

    private MvcTestResult put(String place, String body) {
        return http.put()
                .uri("/v1/meldcode-cases/" + place)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
