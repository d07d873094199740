package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.path.Http.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What does not arrive comes to a named person, with why and what can be done. */
@ExtendWith(NodesExtension.class)
class UndeliveredApiTest {

    private static final Duration CEILING = Duration.ofSeconds(120);
    private static final String DONE = "{\"reason\": \"CALLED\"}";

    private final Nodes nodes;
    private final Http school;

    UndeliveredApiTest(Nodes nodes) {
        this.nodes = nodes;
        this.school = nodes.system(Member.SCHOOL);
    }

    @BeforeEach
    void mayReport() throws IOException {
        school.put("/v1/persons/lotte", Samples.person("2008-05-04"));
        school.post("/v1/consents", Samples.consent("lotte", Samples.today().plusMonths(2)));
    }

    @AfterEach
    void mend() {
        nodes.line().mend();
    }

    @Test
    void anAcuteMessageToANodeThatDoesNotAnswerSaysWhomToCallAndGoesAllTheSame() throws IOException {
        nodes.line().answer(exchange -> {});
        String message = submit("\"urgency\": \"ACUTE\", ");

        await().atMost(CEILING).until(() -> !item(message, "nl").isMissingNode());
        JsonNode item = item(message, "nl");
        assertThat(item.path("alarm").path("code").asString()).isEqualTo("OUT_OF_REACH");
        assertThat(item.path("alarm").path("telephone").asString()).isEqualTo("000 000 00 10");
        assertThat(item.path("alarm").path("instruction").asString())
                .startsWith("Bel ")
                .contains("112");
        assertThat(item(message, "en").path("alarm").path("instruction").asString())
                .startsWith("Call ");
        assertThat(list("nl").json().path("responsible").path("name").asString())
                .isEqualTo("Jo Verhoeven");
        assertThat(school.get("/v1/messages/" + message)
                        .json()
                        .path("alarm")
                        .path("telephone")
                        .asString())
                .isEqualTo("000 000 00 10");
        nodes.line().mend();

        await().atMost(CEILING).until(() -> state(message), "DELIVERED"::equals);
        assertThat(item(message, "nl").isMissingNode()).isTrue();
    }

    @Test
    void aPersonEndsWhatIsNotNeededAnyMoreAndItNeverGoes() throws IOException {
        nodes.line().cut();
        String message = submit("");
        String closing = "/v1/messages/" + message + "/closing";

        assertThat(school.post("/v1/messages/" + message + "/retry", "").status())
                .as("it goes by itself")
                .isEqualTo(409);
        assertThat(school.post(closing, "{\"reason\": \"Mila is ziek\"}").status())
                .isEqualTo(422);
        assertThat(school.post(closing, "{}").status()).isEqualTo(422);
        assertThat(school.post(closing, DONE).status()).isEqualTo(200);
        nodes.line().mend();
        String later = submit("");
        await().atMost(CEILING).until(() -> state(later), "DELIVERED"::equals);

        assertThat(state(message)).isEqualTo("WITHDRAWN");
        assertThat(nodes.rows(Member.WIJKTEAM).incoming(message)).isEmpty();
        assertThat(school.post(closing, DONE).status()).isEqualTo(409);
    }

    @Test
    void aMessageThatThePartnersNodeRefusedWithItsSignatureIsTriedAgainWhenAPersonSaysSo() throws IOException {
        nodes.line().answer(new Refusal(nodes, Member.WIJKTEAM, brought -> brought));
        String message = submit("");
        await().atMost(CEILING).until(() -> state(message), "FAILED"::equals);
        JsonNode item = item(message, "en");
        assertThat(item.path("reason").asString()).startsWith("Not delivered to ");
        assertThat(item.path("detail").asString()).isEqualTo("TOO_LARGE");
        assertThat(item.path("ways").path(0).path("href").asString()).isEqualTo("/v1/messages/" + message + "/retry");
        nodes.line().mend();

        assertThat(school.post("/v1/messages/" + message + "/retry", "").status())
                .isEqualTo(202);

        await().atMost(CEILING).until(() -> state(message), "DELIVERED"::equals);
        assertThat(nodes.rows(Member.WIJKTEAM).feedItems(message)).isEqualTo(1);
        assertThat(item(message, "nl").isMissingNode()).isTrue();
    }

    @Test
    void itIsForTheOwnSystemsAloneAndWhatIsNotThereIsNotTold() throws IOException {
        assertThat(nodes.node(Member.WIJKTEAM, Member.SCHOOL)
                        .get("/v1/undelivered")
                        .status())
                .isEqualTo(403);
        String nothing = "/v1/messages/" + UUID.randomUUID();
        assertThat(school.post(nothing + "/closing", DONE).status()).isEqualTo(404);
        assertThat(school.post(nothing + "/retry", "").status()).isEqualTo(404);
        assertThat(school.post("/v1/messages/x/retry", "").status()).isEqualTo(404);
        assertThat(school.get("/v1/undelivered?after=x").status()).isEqualTo(422);
    }

    private String submit(String head) throws IOException {
        Reply reply = school.post(
                "/v1/messages",
                Map.of("Content-Type", Samples.CONCERN, "Sluis-Recipient", Member.WIJKTEAM.organisation()),
                Samples.concern("lotte", "Is vaak moe.").replaceFirst("\\{", "{" + head));
        assertThat(reply.text("outcome")).as(reply.toString()).isEqualTo("PERMIT");
        return reply.text("id");
    }

    private String state(String message) throws IOException {
        return school.get("/v1/messages/" + message).text("state");
    }

    private Reply list(String language) throws IOException {
        return school.send("GET", "/v1/undelivered", Map.of("Accept-Language", language), new byte[0]);
    }

    private JsonNode item(String message, String language) throws IOException {
        for (JsonNode item : list(language).json().path("items")) {
            if (item.path("id").asString().equals(message)) {
                return item;
            }
        }
        return list(language).json().path("none");
    }
}
