package nl.sluis.consent;

import static nl.sluis.consent.ConsentFixture.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import nl.sluis.canonical.ConsentRecord;
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

class ConsentApiTest {

    private static final DataSource DATABASE = TestDatabase.migrated();
    private static final String CONSENT = """
            {"giver": "sanne", "capacity": "CUSTODIAN", "subjects": ["mila"], "recipients": ["wijkteam-noord"],
             "purposes": ["YOUTH_SUPPORT"], "categories": ["OBSERVATION"], "lifeDomains": ["LGZ", "WOP"],
             "decision": "GIVEN", "from": "2026-09-01", "until": "2027-08-31", "evidence": "form-2026-118"}""";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T09:00:00Z"));
    private ConsentFixture consents;
    private MockMvcTester http;

    @BeforeEach
    void freshNode() {
        consents = new ConsentFixture(DATABASE, clock);
        http = consents.http();
    }

    @Test
    void answersWithTheRecordAndWhereItIs() {
        MvcTestResult answer = post("/v1/consents", CONSENT);

        String id = id(answer);
        assertThat(answer).hasStatus(201).headers().hasValue("Location", "/v1/consents/" + id);
        String expected = """
                {"id": "%s", "giver": "sanne", "capacity": "CUSTODIAN", "subjects": ["mila"],
                 "discloser": "de-wilgenhof", "recipients": ["wijkteam-noord"], "recipientTypes": [],
                 "purposes": ["YOUTH_SUPPORT"], "categories": ["OBSERVATION"], "lifeDomains": ["LGZ", "WOP"],
                 "decision": "GIVEN", "from": "2026-09-01", "until": "2027-08-31", "evidence": "form-2026-118",
                 "recordedAt": "2026-11-22T09:00:00Z", "withdrawnAt": null,
                 "history": [{"status": "GIVEN", "at": "2026-11-22T09:00:00Z", "recordedAt": "2026-11-22T09:00:00Z",
                              "by": "sanne", "channel": null}], "copies": [], "copy": null}""".formatted(id);
        assertThat(answer).bodyJson().isStrictlyEqualTo(expected);
        assertThat(get("/v1/consents/" + id)).bodyJson().isStrictlyEqualTo(expected);
        assertThat(get("/v1/consents?subject=mila")).bodyJson().isStrictlyEqualTo("{\"consents\": [" + expected + "]}");
        assertThat(get("/v1/consents?subject=sanne")).bodyJson().isStrictlyEqualTo("{\"consents\": []}");
        assertThat(get("/v1/consents?subject=nobody")).bodyJson().isStrictlyEqualTo("{\"consents\": []}");
    }

    @Test
    void recordsTheSameConsentAgainAsANewActAfterItsWithdrawal() {
        String first = id(post("/v1/consents", CONSENT));
        post("/v1/consents/" + first + "/withdrawal", "{\"by\": \"sanne\", \"channel\": \"PORTAL\"}");
        clock.advance(Duration.ofMinutes(1));

        assertThat(id(post("/v1/consents", CONSENT))).isNotEqualTo(first);

        assertThat(consents.concerning(TEAM))
                .extracting(record -> record.withdrawnAt() == null)
                .containsExactly(false, true);
    }

    @Test
    void keepsAnotherDiscloserAsStatedForConsentAndRefusalAlike() {
        post("/v1/consents", CONSENT.replace("\"decision\"", "\"discloser\": \"de-linde\", \"decision\""));
        post(
                "/v1/consents",
                CONSENT.replace("\"decision\": \"GIVEN\"", "\"discloser\": \"de-linde\", \"decision\": \"REFUSED\""));

        assertThat(consents.concerning(TEAM)).isEmpty();
    }

    @Test
    void withdrawsFromAStatedMomentAndAnswersTheSameAgain() {
        String id = id(post("/v1/consents", CONSENT));
        String act = "{\"at\": \"2026-11-22T09:55:00+01:00\", \"by\": \"sanne\", \"channel\": \"TELEFONISCH\"}";

        MvcTestResult first = post("/v1/consents/" + id + "/withdrawal", act);
        MvcTestResult second = post("/v1/consents/" + id + "/withdrawal", act);

        assertThat(first).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"withdrawnAt": "2026-11-22T08:55:00Z", "history": [{"status": "GIVEN"},
                 {"status": "WITHDRAWN", "at": "2026-11-22T08:55:00Z", "by": "sanne", "channel": "TELEFONISCH"}]}""");
        assertThat(second).hasStatusOk().bodyJson().isStrictlyEqualTo(body(first));
        assertThat(consents.concerning(TEAM))
                .extracting(ConsentRecord::withdrawnAt)
                .isEqualTo(List.of(Instant.parse("2026-11-22T08:55:00Z")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'giver': 'sanne'          | 'giver': ''                 | /giver        | REFERENCE",
                "'giver': 'sanne'          | 'giver': 'bsn:99999MARKER'  | /giver        | REFERENCE",
                "'giver': 'sanne',         |                             | /giver        | MISSING",
                "'CUSTODIAN'               | 'MARKER'                    | /capacity     | UNKNOWN_CODE",
                "'CUSTODIAN'               | 'SELF'                      | /subjects     | NOT_SELF",
                "['mila']                  | []                          | /subjects     | EMPTY",
                "['mila']                  | 'MARKER'                    | /subjects     | LIST",
                "['mila']                  | ['mila', {'a': 'MARKER'}]   | /subjects/1   | REFERENCE",
                "['wijkteam-noord']        | ['']                        | /recipients/0 | NAME",
                "'purposes'                | 'MARKER van Rijn'           | /*            | UNKNOWN_FIELD",
                "'purposes'                | 'purpose'                   | /purpose      | UNKNOWN_FIELD",
                "'YOUTH_SUPPORT'           | 'MARKER'                    | /purposes/0   | UNKNOWN_CODE",
                "'OBSERVATION'             | 'MARKER'                    | /categories/0 | UNKNOWN_CODE",
                "'WOP'                     | 'LGZ'                       | /lifeDomains/1 | TWICE",
                "'GIVEN'                   | 'given'                     | /decision     | UNKNOWN_CODE",
                "'2026-09-01'              | '2026-9-1MARKER'            | /from         | DATE",
                "'2027-08-31'              | '2026-08-31'                | /until        | BEFORE_FROM",
                "'form-2026-118'           | ['MARKER']                  | /evidence     | TEXT",
                "'giver'                   | 'id': 'MARKER', 'giver'     | /id           | UNKNOWN_FIELD",
            })
    void namesThePlaceOfAFaultAndNeverItsValue(String from, String to, String path, String code) {
        String body = CONSENT.replace(from.replace('\'', '"'), to == null ? "" : to.replace('\'', '"'));

        MvcTestResult answer = post("/v1/consents", body);

        assertThat(answer).hasStatus(422);
        assertThat(answer)
                .bodyText()
                .contains("\"path\":\"" + path + "\",\"code\":\"" + code + "\"")
                .doesNotContain("MARKER");
        assertThat(consents.persons.journal.audited()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'by': 'sanne', 'channel': 'x', 'at': '2026-11-22T09:00:01Z'} | /at      | IN_THE_FUTURE",
                "{'by': 'sanne', 'channel': 'x', 'at': '2026-11-22'}           | /at      | MOMENT",
                "{'by': 'sanne', 'channel': 'x', 'at': 'MARKER'}               | /at      | MOMENT",
                "{'by': 'sanne', 'channel': ' '}                               | /channel | TEXT",
                "{'by': 'sanne'}                                               | /channel | MISSING",
                "{'channel': 'MARKER'}                                         | /by      | MISSING",
                "{'by': 'sanne', 'channel': 'x', 'why': 'MARKER'}              | /why     | UNKNOWN_FIELD",
            })
    void recordsNoWithdrawalThatIsAtFault(String body, String path, String code) {
        String id = id(post("/v1/consents", CONSENT));

        MvcTestResult answer = post("/v1/consents/" + id + "/withdrawal", body.replace('\'', '"'));

        assertThat(answer).hasStatus(422);
        assertThat(answer)
                .bodyText()
                .contains("\"path\":\"" + path + "\",\"code\":\"" + code + "\"")
                .doesNotContain("MARKER");
        assertThat(consents.concerning(TEAM).getFirst().withdrawnAt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "nothing", "1-1-1-1-1"})
    void answersTheSameForUnknownAndMalformedIdentities(String id) {
        String nothing = """
                {"type": "https://sluis.nl/problems/not-found", "title": "There is nothing here", "status": 404}""";

        assertThat(get("/v1/consents/" + id)).hasStatus(404).bodyJson().isLenientlyEqualTo(nothing);
        assertThat(post("/v1/consents/" + id + "/withdrawal", "{\"by\": \"sanne\", \"channel\": \"x\"}"))
                .hasStatus(404)
                .bodyJson()
                .isLenientlyEqualTo(nothing);
    }

    @Test
    void takesNoCitizenServiceNumberInAnAddress() {
        assertThat(get("/v1/consents?subject=bsn:999990019"))
                .hasStatus(422)
                .bodyText()
                .contains("REFERENCE");
    }

    private MvcTestResult post(String path, String body) {
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String path) {
        return http.get().uri(path).exchange();
    }

    private static String id(MvcTestResult answer) {
        return JsonMapper.shared().readTree(body(answer)).get("id").stringValue();
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
