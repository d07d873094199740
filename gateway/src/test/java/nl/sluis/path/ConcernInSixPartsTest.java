package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.path.Http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What guidance asks a reporter for comes to the team in one item, part by part. */
@ExtendWith(NodesExtension.class)
class ConcernInSixPartsTest {

    private static final List<String> FAMILY = List.of("mila", "sanne", "kerem");

    private final Nodes nodes;

    ConcernInSixPartsTest(Nodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void comesToTheTeamInOneItemWithTheConsentOfBothParentsAndGetsItsReceipt() throws IOException {
        Http school = nodes.system(Member.SCHOOL);
        school.put("/v1/persons/six-mila", """
                {"birthDate": "2017-03-01", "custody": {"type": "JOINT_PARENTS", "holders": ["six-sanne", "six-kerem"],
                 "source": "BRP", "retrievedAt": "2026-09-01T09:00:00+02:00"}}""");
        consent(school, "six-sanne");
        consent(school, "six-kerem");

        Reply answer = school.post(
                "/v1/messages",
                Map.of("Content-Type", Samples.CONCERN, "Sluis-Recipient", Member.WIJKTEAM.organisation()),
                concern());

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("outcome")).isEqualTo("PERMIT");
        String message = answer.text("id");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> school.get("/v1/messages/" + message).text("state").equals("DELIVERED"));
        List<JsonNode> items =
                nodes.system(Member.WIJKTEAM).get("/v1/feed?limit=200").json().path("items").values().stream()
                        .filter(item -> item.path("messageId").asString().equals(message))
                        .toList();
        assertThat(items).hasSize(1);
        assertThat(items.get(0).toString())
                .contains(
                        "PRIORITY",
                        "vijf keer in slaap in de klas",
                        "Ik maak mij zorgen of zij genoeg slaapt.",
                        "gesprek met de ouders",
                        "De ouders zien dat zij laat in slaap valt",
                        "gesprek met het kind",
                        "thuis vaak druk is in de avond",
                        "Eerder gedaan: Mila mocht in de pauze rusten",
                        "Terugkoppeling gevraagd (tot 4 december 2026)")
                .doesNotContain("Populierstraat", "0600000001");
    }

    private static void consent(Http school, String parent) throws IOException {
        String body = """
                {"giver": "%s", "capacity": "CUSTODIAN", "subjects": ["six-mila"], "recipients": ["wijkteam-noord"],
                 "purposes": ["YOUTH_SUPPORT"], "categories": ["IDENTITY", "OBSERVATION", "OPINION"], "lifeDomains": ["LGZ"],
                 "decision": "GIVEN", "until": "%s", "evidence": "formulier-six"}""".formatted(parent, Samples.today().plusMonths(6));
        assertThat(school.post("/v1/consents", body).status()).isEqualTo(201);
    }

    /** The sample under references of its own, and without the number, which other tests have for somebody else. */
    private static String concern() throws IOException {
        String concern = Samples.of("school-concern-form-mila.json")
                .replace("\"bsn\": \"999990019\",", "")
                .replace("\"ROUTINE\"", "\"PRIORITY\"");
        for (String one : FAMILY) {
            concern = concern.replace("\"" + one + "\"", "\"six-" + one + "\"");
        }
        return concern;
    }
}
