package nl.sluis.custody;

import static nl.sluis.custody.CustodyFixture.MILA_BSN;
import static nl.sluis.custody.CustodyFixture.SANNE_BSN;
import static nl.sluis.custody.CustodyFixture.mention;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import nl.sluis.canonical.PersonRef;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class PersonApiTest {

    private static final DataSource DATABASE = TestDatabase.migrated();

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private CustodyFixture persons;
    private MockMvcTester http;

    @BeforeEach
    void freshNode() {
        persons = new CustodyFixture(CustodyFixture.emptied(DATABASE), Clock.fixed(NOW, ZoneOffset.UTC));
        http = MockMvcTester.of(persons.api);
    }

    @Test
    void answersWithWhatIsOnRecord() {
        String mila = """
                {"birthDate": "2017-03-01", "bsn": "999990019", "capable": false,
                 "custody": {"type": "JOINT_PARENTS", "holders": ["sanne", "kerem"], "underInvestigation": true,
                             "source": "BRP", "retrievedAt": "2026-11-01T10:00:00+01:00"}}""";

        assertThat(put("mila", mila)).hasStatusOk();

        assertThat(get("mila")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                {"ref": "mila", "birthDate": "2017-03-01", "bsn": "999990019", "capable": false,
                 "custody": {"type": "JOINT_PARENTS", "holders": ["sanne", "kerem"], "underInvestigation": true,
                             "source": "BRP", "retrievedAt": "2026-11-01T09:00:00Z"}}""");
        assertThat(persons.journal.changed()).containsExactly(persons.register.idOf("mila"));
        assertThat(persons.journal.audited()).hasSize(1).allMatch(entry -> entry.startsWith("PERSON_RECORDED"));
        assertThat(persons.journal.audited().toString()).doesNotContain("mila", "999990019", "2017");
    }

    @Test
    void replacesWhatWasStatedBeforeAndForgetsCustodyThatIsNotStatedAgain() {
        put("mila", """
                {"birthDate": "2017-03-01",
                 "custody": {"type": "SOLE_PARENT", "holders": ["sanne"], "source": "BRP",
                             "retrievedAt": "2026-11-01T10:00:00+01:00"}}""");

        put("mila", "{\"birthDate\": \"2017-03-02\"}");

        assertThat(get("mila")).bodyJson().isStrictlyEqualTo("""
                {"ref": "mila", "birthDate": "2017-03-02", "capable": true}""");
    }

    @Test
    void givesTheReferenceToWhoWasKnownByTheNumberAlone() {
        PersonId first = persons.known(mention("p", "0000-00-00", "bsn:" + MILA_BSN))
                .ids()
                .get(new PersonRef("p"));

        assertThat(put("mila", "{\"birthDate\": \"2017-03-01\", \"bsn\": \"" + MILA_BSN + "\"}"))
                .hasStatusOk();

        assertThat(persons.register.find("mila")).contains(first);
    }

    @Test
    void correctsANumberButNeverTakesSomebodyElses() {
        put("mila", "{\"birthDate\": \"2017-03-01\", \"bsn\": \"" + MILA_BSN + "\"}");
        put("noah", "{\"birthDate\": \"2012-03-01\"}");

        assertThat(put("noah", "{\"birthDate\": \"2011-03-01\", \"bsn\": \"" + MILA_BSN + "\"}"))
                .hasStatus(409);
        assertThat(get("noah")).bodyText().contains("2012-03-01").doesNotContain(MILA_BSN);

        assertThat(put("mila", "{\"birthDate\": \"2017-03-01\", \"bsn\": \"" + SANNE_BSN + "\"}"))
                .hasStatusOk();
        assertThat(persons.register.find("bsn:" + MILA_BSN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                                           | /            | NOT_A_JSON_OBJECT",
                "{'birthDate': 'MARKER                                        | /            | NOT_A_JSON_OBJECT",
                "{'birthDate': '2017-03-01'} {}                               | /            | NOT_A_JSON_OBJECT",
                "{'birthDate': '2017-03-01', 'birthDate': '2016-03-01'}       | /            | NOT_A_JSON_OBJECT",
                "{}                                                           | /birthDate   | MISSING",
                "{'birthDate': null}                                          | /birthDate   | MISSING",
                "{'birthDate': 'MARKER'}                                      | /birthDate   | DATE",
                "{'birthDate': 20170301}                                      | /birthDate   | DATE",
                "{'birthDate': '2017-02-30'}                                  | /birthDate   | DATE",
                "{'birthDate': '2026-11-23'}                                  | /birthDate   | IN_THE_FUTURE",
                "{'birthDate': '2017-03-01', 'bsn': '999999999'}              | /bsn         | BSN",
                "{'birthDate': '2017-03-01', 'bsn': 'MARKER'}                 | /bsn         | BSN",
                "{'birthDate': '2017-03-01', 'capable': 'MARKER'}             | /capable     | BOOLEAN",
                "{'birthDate': '2017-03-01', 'name': 'MARKER'}                | /name        | UNKNOWN_FIELD",
                "{'birthDate': '2017-03-01', 'MARKER van Rijn': 1}            | /*           | UNKNOWN_FIELD",
                "{'birthDate': '2017-03-01', 'custody': 'MARKER'}             | /custody     | OBJECT",
                "{'birthDate': '2017-03-01', 'custody': {}}                   | /custody/type | MISSING",
                "{'birthDate': '2017-03-01', 'custody': {'type': 'MARKER'}}   | /custody/type | UNKNOWN_CODE",
                "{'birthDate': '2017-03-01', 'custody': {'x': 'MARKER'}}      | /custody/x   | UNKNOWN_FIELD",
                "{'birthDate': '2017-03-01', 'custody': {'holders': 'MARKER'}} | /custody/holders | LIST",
                "{'birthDate': '2017-03-01', 'custody': {'holders': [1]}}     | /custody/holders/0 | REFERENCE",
                "{'birthDate': '2017-03-01', 'custody': {'holders': ['a','a']}} | /custody/holders/1 | TWICE",
                "{'birthDate': '2017-03-01', 'custody': {'holders': ['bsn:999999999']}} | /custody/holders/0 | REFERENCE",
                "{'birthDate': '2017-03-01', 'custody': {'type':'SOLE_PARENT','holders':['a','b']}} | /custody/holders | HOLDERS",
                "{'birthDate': '2017-03-01', 'custody': {'type':'JOINT_PARENTS','holders':['a']}} | /custody/holders | HOLDERS",
                "{'birthDate': '2017-03-01', 'custody': {'source': '\\ud800MARKER'}} | /custody/source | TEXT",
                "{'birthDate': '2017-03-01', 'custody': {'retrievedAt': '2026-11-22'}} | /custody/retrievedAt | MOMENT",
                "{'birthDate': '2017-03-01', 'custody': {'retrievedAt': '2026-11-22T09:00:01Z'}} | /custody/retrievedAt | IN_THE_FUTURE",
            })
    void namesThePlaceOfAFaultAndNeverItsValue(String body, String path, String code) {
        MvcTestResult answer = put("mila", body.replace('\'', '"'));

        assertThat(answer).hasStatus(422);
        assertThat(answer)
                .bodyText()
                .contains("\"path\":\"" + path + "\",\"code\":\"" + code + "\"")
                .doesNotContain("MARKER");
        assertThat(persons.register.find("mila")).isEmpty();
    }

    @Test
    void refusesHoldersWhoAreOnePersonOrThePersonThemselves() {
        persons.known(mention("s", "0000-00-00", "sanne", "bsn:" + SANNE_BSN));
        String custody = """
                {"birthDate": "2017-03-01", "custody": {"type": "JOINT_PARENTS", "holders": ["sanne", "%s"],
                 "source": "BRP", "retrievedAt": "2026-11-01T10:00:00Z"}}""";

        assertThat(put("mila", custody.formatted("bsn:" + SANNE_BSN))).hasStatus(422);
        assertThat(put("mila", custody.formatted("mila"))).hasStatus(422);
        assertThat(persons.register.find("mila")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "bsn:999990019", "bsn:1", " "})
    void answersTheSameForUnknownAndMalformedReferences(String ref) {
        put("mila", "{\"birthDate\": \"2017-03-01\", \"bsn\": \"" + MILA_BSN + "\"}");

        assertThat(get(ref)).hasStatus(404).bodyJson().isLenientlyEqualTo("""
                {"type": "https://sluis.nl/problems/not-found", "title": "There is nothing here", "status": 404}""");
    }

    private MvcTestResult put(String ref, String body) {
        return http.put()
                .uri("/v1/persons/{ref}", ref)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String ref) {
        return http.get().uri("/v1/persons/{ref}", ref).exchange();
    }
}
