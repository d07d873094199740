package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.path.Http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An enforcement point of an own system asks by AuthZEN, and gets what the path decides, without a reason. */
@ExtendWith(NodesExtension.class)
class EvaluationTest {

    private static final String PATH = "/access/v1/evaluation";

    private final SchoolAlone node;
    private final Http school;

    EvaluationTest(SchoolAlone node) {
        this.node = node;
        this.school = node.system();
    }

    @Test
    void permitsWhatAConsentCoversUntilItIsWithdrawn() throws IOException {
        String consent = consents("evi");
        assertThat(asked("evi").json().path("decision").asBoolean()).isTrue();

        school.post("/v1/consents/" + consent + "/withdrawal", "{\"by\": \"evi\", \"channel\": \"TELEFONISCH\"}");

        assertThat(asked("evi").json().path("decision").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "wijkteam-noord, wijkteam-nieuw",
        "wijkteam-noord, nobody-of-that-name",
        "YOUTH_SUPPORT, RESEARCH",
        "OBSERVATION, DIAGNOSIS",
        "LGZ, GGZ",
        "CONSENT, NONE",
        "CONSENT, MELDRECHT_WMO_5_2_6"
    })
    void saysNoInTheSameBytesToWhateverTheConsentDoesNotCover(String covered, String other) throws IOException {
        consents("ezra");
        Reply no = school.post(PATH, question("ezra").replace(covered, other));

        assertThat(asked("ezra").json().path("decision").asBoolean()).isTrue();
        assertThat(no.status()).isEqualTo(200);
        assertThat(no.text()).isEqualTo("{\"decision\":false}");
    }

    @Test
    void saysTheSameOfSomebodyWhoIsKnownAndOfSomebodyWhoIsNot() throws IOException {
        school.put("/v1/persons/elin", Samples.person("2008-05-04"));
        Reply known = asked("elin");
        Reply unknown = asked("nobody-" + UUID.randomUUID());

        assertThat(known.status()).isEqualTo(200).isEqualTo(unknown.status());
        assertThat(known.bytes()).isEqualTo(unknown.bytes());
        assertThat(names(known)).isEqualTo(names(unknown));
    }

    @Test
    void keepsNobodyAndNothingButThatItWasAsked() throws IOException {
        List<Long> before = rows();
        String nobody = "nobody-" + UUID.randomUUID();
        asked(nobody);

        assertThat(rows()).isEqualTo(before);
        String detail = node.part(JdbcClient.class)
                .sql("SELECT detail FROM audit_entry WHERE event = 'decision.asked' ORDER BY n DESC LIMIT 1")
                .query(String.class)
                .single();
        assertThat(detail)
                .contains("authzen", "SIGNAL", "OBSERVATION", "wijkteam-noord", "false")
                .doesNotContain(nobody);
    }

    @Test
    void keepsAnAddressOfWhichNobodySaidThatItMayBeKnown() throws IOException {
        school.put("/v1/persons/emre", Samples.person("2008-05-04"));
        String practice = Member.HUISARTS.organisation();
        String consent = Samples.consent("emre", Samples.today().plusMonths(3))
                .replace("\"OBSERVATION\"", "\"ADDRESS\"")
                .replace("wijkteam-noord", practice);
        assertThat(school.post("/v1/consents", consent).status()).isEqualTo(201);
        String address = question("emre")
                .replace("wijkteam-noord", practice)
                .replace("OBSERVATION", "ADDRESS")
                .replace(", \"lifeDomain\": \"LGZ\"", "");

        assertThat(school.post(PATH, address).json().path("decision").asBoolean(true))
                .isFalse();
        assertThat(school.post(PATH, address.replace("\"ADDRESS\"", "\"ADDRESS\", \"secret\": false"))
                        .json()
                        .path("decision")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void givesTheNumberOfTheRequestBackAndNothingThatIsNone() throws IOException {
        Reply answered =
                school.post(PATH, Map.of("Content-Type", "application/json", "X-Request-ID", "r-1"), question("eva"));
        Reply odd =
                school.post(PATH, Map.of("Content-Type", "application/json", "X-Request-ID", "<r 1>"), question("eva"));

        assertThat(answered.header("X-Request-ID")).isEqualTo("r-1");
        assertThat(odd.header("X-Request-ID")).isEmpty();
        assertThat(answered.header("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"type\": \"organisation\"|\"type\": \"geheim\"|/subject/type",
                "\"subject\": |\"geheim\": |/subject",
                "\"SIGNAL\"|\"geheim\"|/action/name",
                "\"basis\": \"CONSENT\", |@|/action/properties/basis",
                "\"person-data\"|\"geheim\"|/resource/type",
                "\"OBSERVATION\"|\"geheim\"|/resource/properties/category",
                "\"eva\"|\"bsn:999990018\"|/resource/id",
                "\"LGZ\"|\"LGZ\", \"emergency\": \"geheim\"|/resource/properties/emergency"
            })
    void namesThePlaceOfAFaultAndNotTheValue(String fault) throws IOException {
        String[] parts = fault.split("\\|");
        Reply refused = school.post(PATH, question("eva").replace(parts[0], parts[1].equals("@") ? "" : parts[1]));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("violations").findValuesAsString("path")).contains(parts[2]);
        assertThat(refused.text()).doesNotContain("geheim\":", "\"geheim\"", "999990018");
    }

    private Reply asked(String person) throws IOException {
        return school.post(PATH, question(person));
    }

    private static String question(String person) {
        return """
                {"subject": {"type": "organisation", "id": "wijkteam-noord"},
                 "action": {"name": "SIGNAL",
                  "properties": {"purpose": "YOUTH_SUPPORT", "basis": "CONSENT", "senderRole": "INTERN_BEGELEIDER"}},
                 "resource": {"type": "person-data", "id": "%s",
                  "properties": {"role": "CHILD", "category": "OBSERVATION", "lifeDomain": "LGZ"}}}""".formatted(person);
    }

    private String consents(String pupil) throws IOException {
        school.put("/v1/persons/" + pupil, Samples.person("2008-05-04"));
        Reply reply = school.post(
                "/v1/consents", Samples.consent(pupil, Samples.today().plusMonths(3)));
        assertThat(reply.status()).isEqualTo(201);
        return reply.text("id");
    }

    // Of a date nothing is told by its value
    private static List<String> names(Reply reply) {
        return reply.headers().map().keySet().stream().sorted().toList();
    }

    private List<Long> rows() {
        JdbcClient jdbc = node.part(JdbcClient.class);
        return List.of("person", "person_identifier", "person_number", "outgoing", "decision_facts").stream()
                .map(table -> jdbc.sql("SELECT count(*) FROM " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }
}
