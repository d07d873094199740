package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.policy.RuleSets;
import nl.sluis.policy.rules.RuleBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * What a permitted message rests on ends while its recipient's node is away. The sender reads why in the message's history and its
 * list of undelivered; a recipient that never had anything is told nothing, for even that would say something.
 */
@ExtendWith(NodesExtension.class)
class EndedBasisTest {

    private static final Duration CEILING = Duration.ofSeconds(120);

    private final SchoolAlone node;
    private final Http school;

    EndedBasisTest(SchoolAlone node) {
        this.node = node;
        this.school = node.system();
    }

    @AfterEach
    void theRulesOfTheProgramAgain() {
        node.part(SchoolAlone.Rules.class).use(RuleSets.builtIn());
    }

    @Test
    void anotherPolicySetThatForbidsItStopsAMessageThatWaits() throws IOException {
        assertThat(school.put("/v1/persons/fenna", Samples.person("2008-05-04")).status())
                .isEqualTo(200);
        String consent = Samples.consent("fenna", Samples.today().plusMonths(3))
                .replace(Member.WIJKTEAM.organisation(), SchoolAlone.SUCCESSOR.value());
        assertThat(school.post("/v1/consents", consent).status()).isEqualTo(201);
        String message = queued(SchoolAlone.SUCCESSOR.value(), Samples.concern("fenna", "Is vaak moe."));

        node.part(SchoolAlone.Rules.class).use(withoutSignals());

        stopped(message, "WITHDRAWN", "NO_BASIS");
    }

    private static RuleBook withoutSignals() {
        Map<String, String> files = new HashMap<>(RuleSets.builtInText());
        files.keySet().removeIf(name -> name.endsWith(".voorbeelden.md"));
        files.put("21-extra.md", """
                # Extra

                ## Weigeren als

                | regel | grondslag | soort | code | artikel | reden | reason | zichtbaar | zekerheid |
                |---|---|---|---|---|---|---|---|---|
                | Z-W1 | CONSENT | SIGNAL | NO_BASIS | eigen keuze | Nu niet. | Not now. | afzender, fg | beleid |
                """);
        return RuleSets.read(files);
    }

    private String queued(String recipient, String body) throws IOException {
        Http.Reply reply = school.post(
                "/v1/messages", Map.of("Content-Type", Samples.CONCERN, "Sluis-Recipient", recipient), body);
        assertThat(reply.text("state")).as(reply.toString()).isEqualTo("QUEUED");
        return reply.text("id");
    }

    private void stopped(String message, String state, String code) throws IOException {
        await(message + " " + state)
                .atMost(CEILING)
                .until(
                        () -> {
                            node.clock().advance(Duration.ofSeconds(10));
                            return school.get("/v1/messages/" + message).text("state");
                        },
                        state::equals);
        JsonNode found = school.get("/v1/messages/" + message).json();
        JsonNode last = found.path("history").path(found.path("history").size() - 1);
        assertThat(last.path("detail").asString()).contains(code);
        assertThat(found.path("reasons")
                        .valueStream()
                        .map(reason -> reason.path("code").asString()))
                .as("the sender reads why")
                .anyMatch(reason -> reason.contains(code));
        assertThat(school.get("/v1/undelivered").text()).contains(message);
        assertThat(node.part(JdbcClient.class)
                        .sql("SELECT count(*) FROM outgoing WHERE form <> 'MESSAGE' AND thread ="
                                + " (SELECT thread FROM outgoing WHERE id = ?::uuid)")
                        .param(message)
                        .query(Long.class)
                        .single())
                .as("who never had anything is told nothing")
                .isZero();
    }
}
