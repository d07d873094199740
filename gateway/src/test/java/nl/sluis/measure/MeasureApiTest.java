package nl.sluis.measure;

import static nl.sluis.custody.CustodyFixture.mention;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PersonRef;
import nl.sluis.custody.CustodyFixture;
import nl.sluis.custody.KnownPersons;
import nl.sluis.policy.Measure;
import nl.sluis.retention.TestRetention;
import nl.sluis.storage.TestDataKeys;
import nl.sluis.testing.AtOnce;
import nl.sluis.testing.Journal;
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

class MeasureApiTest {

    private static final DataSource DATABASE = TestDatabase.migrated();
    private static final String ORDER = """
            {"type": "OTS", "subject": "mila", "executor": "gi-oostrand", "from": "2026-01-01", "until": "2026-12-31",
             "source": "beschikking C/99/2026-118", "retrievedAt": "2026-11-22T09:00:00+01:00"}""";
    private static final String ENDING = """
            {"lastDay": "2026-11-21", "source": "beschikking C/99/2026-412", "retrievedAt": "2026-11-22T09:30:00+01:00"}""";

    private CustodyFixture persons;
    private MeasureRegister register;
    private MockMvcTester http;

    @BeforeEach
    void freshNode() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
        persons = new CustodyFixture(CustodyFixture.emptied(DATABASE), clock);
        register = new MeasureRegister(
                new MeasureStore(persons.jdbc, TestDataKeys.atRest(persons.jdbc)),
                persons.register,
                clock,
                persons.facts,
                persons.transactions);
        http = MockMvcTester.of(new MeasureApi(register, persons.register, new Journal(), clock));
    }

    @Test
    void answersADecisionWithWhatIsOnRecordAboutWhoItNamesByEveryNameOfThem() {
        String id = recorded(ORDER);
        end(id, ENDING);
        recorded(ORDER.replace("OTS", "VOOGDIJ").replace("mila", "noah"));

        assertThat(register.concerning(persons.known(
                        mention("child", "2017-03-01", "mila"),
                        mention("pupil", "2017-03-01", "mila"),
                        mention("mother", "1992-05-04", "sanne"))))
                .containsExactlyInAnyOrder(order("child"), order("pupil"));
    }

    @Test
    void whatIsNotOnRecordIsUnknown() {
        assertThat(register.concerning(persons.known(mention("child", "2017-03-01", "mila"))))
                .isEmpty();
    }

    @Test
    void showsWhatWasStatedWhenAndByWhichOrder() {
        String id = recorded(ORDER);

        assertThat(end(id, ENDING)).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                {"id": "%s", "type": "OTS", "subject": "mila", "executor": "gi-oostrand", "from": "2026-01-01",
                 "until": "2026-11-21", "history": [
                  {"until": "2026-12-31", "source": "beschikking C/99/2026-118", "retrievedAt": "2026-11-22T08:00:00Z",
                   "recordedAt": "2026-11-22T10:00:00Z"},
                  {"until": "2026-11-21", "source": "beschikking C/99/2026-412", "retrievedAt": "2026-11-22T08:30:00Z",
                   "recordedAt": "2026-11-22T10:00:00Z"}]}""".formatted(id));
        assertThat(get("?subject=mila")).hasStatusOk().bodyText().contains(id);
        assertThat(get("?subject=nobody")).hasStatusOk().bodyJson().isStrictlyEqualTo("{\"measures\": []}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE measure SET valid_until = '2030-01-01' WHERE id = :id",
                "UPDATE measure SET valid_until = NULL WHERE id = :id",
                "UPDATE measure SET recorded_at = recorded_at - interval '1 day' WHERE id = :id",
                "UPDATE measure SET person_id = (SELECT person_id FROM measure WHERE id <> :id) WHERE id = :id",
                "UPDATE measure SET content = (SELECT content FROM measure WHERE id <> :id) WHERE id = :id",
                "UPDATE measure_ending SET last_day = '2030-01-01' WHERE measure_id = :id",
                "UPDATE measure_ending SET content = (SELECT content FROM measure WHERE id = :id) WHERE measure_id = :id",
                "UPDATE measure_ending SET measure_id = (SELECT id FROM measure WHERE id <> :id) WHERE measure_id = :id"
            })
    void whatWasChangedInTheDatabaseAnswersNoDecision(String change) {
        String id = recorded(ORDER);
        end(id, ENDING);
        recorded(ORDER.replace("mila", "noah"));
        KnownPersons known =
                persons.known(mention("child", "2017-03-01", "mila"), mention("brother", "2014-03-01", "noah"));
        assertThat(register.concerning(known)).hasSize(2);

        assertThat(persons.jdbc.sql(change).param("id", UUID.fromString(id)).update())
                .isEqualTo(1);

        assertThatThrownBy(() -> register.concerning(known)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theDatabaseAloneDoesNotTellWhatWasOrdered() {
        end(recorded(ORDER), ENDING);
        assertThat(persons.jdbc
                        .sql("SELECT m::text || e::text FROM measure m JOIN measure_ending e ON e.measure_id = m.id")
                        .query(String.class)
                        .single())
                .doesNotContain("OTS", "gi-oostrand", "C/99", "2026-01-01");
    }

    @Test
    void eachIsAuditedOnceAndTellsWhoeverWaits() {
        String id = recorded(ORDER);
        end(id, ENDING);
        end(id, ENDING);

        assertThat(persons.journal.changed())
                .containsExactly(persons.register.idOf("mila"), persons.register.idOf("mila"));
        assertThat(persons.journal.audited()).hasSize(2).anyMatch(entry -> entry.startsWith("MEASURE_ENDED"));
        assertThat(persons.journal.audited().toString()).doesNotContain("mila", "C/99", "2026-11-21");
    }

    @Test
    void whatIsOnRecordIsNotRecordedAgainNorUndoneByBeingRepeated() {
        String id = recorded(ORDER);
        end(id, ENDING);

        assertThat(recorded(ORDER)).isEqualTo(id);
        assertThat(get("/" + id)).bodyText().contains("\"until\":\"2026-11-21\"");
    }

    @Test
    void twoOfOneTypeNeverRunAtOnceSoThatOneEndingEndsIt() {
        String id = recorded(ORDER);
        String other = ORDER.replace("gi-oostrand", "gi-west").replace("2026-01-01", "2026-11-22");
        assertThat(post("", other)).hasStatus(409);

        end(id, ENDING);

        assertThat(post("", other)).hasStatus(201);
    }

    @Test
    void recordedAtOnceItIsThereOnce() throws Exception {
        persons.register.idOf("mila");
        List<String> ids = AtOnce.answers(4, i -> () -> recorded(ORDER));

        assertThat(ids).containsOnly(ids.getFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"2026-12-31\"', '\"2027-01-02\"', /until, TOO_LONG",
        "'\"2026-12-31\"', '\"2025-12-31\"', /until, BEFORE",
        "'\"2026-12-31\"', '\"2026-02-30\"', /until, DATE",
        "', \"until\": \"2026-12-31\"', '', /until, MISSING",
        "'\"OTS\"', '\"UHP\"', /type, UNKNOWN_CODE",
        "'\"mila\"', '\"bsn:123456789\"', /subject, REFERENCE",
        "'\"gi-oostrand\"', '\" \"', /executor, ORGANISATION",
        "'2026-11-22T09:00', '2026-11-22T12:00', /retrievedAt, IN_THE_FUTURE",
        "', \"source\"', ', \"bron\"', /bron, UNKNOWN_FIELD",
    })
    void namesThePlaceOfWhatIsWrongAndRecordsNothing(String good, String bad, String path, String code) {
        String body = ORDER.replace(",\n ", ", ").replace(good, bad);

        assertThat(post("", body))
                .hasStatus(422)
                .bodyText()
                .contains(path, code)
                .doesNotContain("123456789");
        assertThat(persons.journal.changed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31, 2027-01-01, LATER", "2026-11-21, 2025-12-30, BEFORE"})
    void anEndingOnlyShortens(String before, String day, String code) {
        String id = recorded(ORDER);
        end(id, ENDING.replace("2026-11-21", before));

        assertThat(end(id, ENDING.replace("2026-11-21", day)))
                .hasStatus(422)
                .bodyText()
                .contains("/lastDay", code);
    }

    @Test
    void anotherMeasureAndNoMeasureAreTheSameAnswer() {
        assertThat(end("no-measure", ENDING)).hasStatus(404);
        assertThat(get("/6924001b-29fe-4dcb-84a7-38a056717350")).hasStatus(404);
    }

    @Test
    void oneThatEndedGoesWhenTheFileMayGoAndOneWithoutAnEndStays() {
        SettableClock later = new SettableClock(Instant.parse("2046-11-23T12:00:00Z"));
        TestRetention retention = new TestRetention(DATABASE, persons.journal, later, 500, new MeasurePerishables());
        persons.jdbc.sql("TRUNCATE retention_run").update();
        String ended = recorded(ORDER);
        end(ended, ENDING);
        String running = recorded(ORDER.replace("OTS", "VOOGDIJ").replace(", \"until\": \"2026-12-31\"", ""));

        retention.look();

        assertThat(get("/" + ended)).hasStatus(404);
        assertThat(get("/" + running)).hasStatusOk();
        assertThat(persons.journal.audited()).anyMatch(entry -> entry.contains("data=measure"));
    }

    private static Measure order(String ref) {
        return new Measure(
                Measure.Type.OTS,
                new PersonRef(ref),
                new OrganisationId("gi-oostrand"),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 11, 21));
    }

    private String recorded(String body) {
        MvcTestResult answer = post("", body);
        assertThat(answer).hasStatus(201);
        return JsonMapper.shared()
                .readTree(answer.getResponse().getContentAsByteArray())
                .path("id")
                .stringValue();
    }

    private MvcTestResult end(String id, String body) {
        return post("/" + id + "/ending", body);
    }

    private MvcTestResult post(String place, String body) {
        return http.post()
                .uri("/v1/measures" + place)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String place) {
        return http.get().uri("/v1/measures" + place).exchange();
    }
}
