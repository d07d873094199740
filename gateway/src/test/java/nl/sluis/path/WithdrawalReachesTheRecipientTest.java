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

/** Who received something on a consent learns that it was withdrawn, and cannot answer on it any more. */
@ExtendWith(NodesExtension.class)
class WithdrawalReachesTheRecipientTest {

    private static final String FEEDBACK = """
            {"senderRole": "REGISSEUR", "persons": [{"ref": "p1", "role": "CHILD"}], "sections": [
              {"id": "answer", "subject": "p1", "category": "OBSERVATION", "lifeDomain": "LGZ", "mandatory": true,
               "content": {"type": "statement", "text": "Wij bellen deze week.", "assertion": "OBSERVED"}}]}""";

    private final Nodes nodes;

    WithdrawalReachesTheRecipientTest(Nodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void theTeamReadsItAndCanAnswerNoMore() throws IOException {
        Http school = nodes.system(Member.SCHOOL);
        Http team = nodes.system(Member.WIJKTEAM);
        school.put("/v1/persons/irene", Samples.person("2008-05-04"));
        String consent = school.post(
                        "/v1/consents", Samples.consent("irene", Samples.today().plusMonths(2)))
                .text("id");
        String message = school.post(
                        "/v1/messages",
                        Map.of("Content-Type", Samples.CONCERN, "Sluis-Recipient", Member.WIJKTEAM.organisation()),
                        Samples.concern("irene", "Komt vaak te laat."))
                .text("id");
        awaitState(school, message, "DELIVERED");
        JsonNode item = item(team, "messageId", message).getFirst();
        assertThat(answers(team, item)).isEqualTo("PERMIT");

        assertThat(school.post(
                                "/v1/consents/" + consent + "/withdrawal",
                                "{\"by\": \"irene\", \"channel\": \"TELEFONISCH\"}")
                        .status())
                .isEqualTo(200);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> !item(team, "inReplyTo", message).isEmpty());
        assertThat(item(team, "inReplyTo", message)).singleElement().satisfies(notice -> {
            assertThat(notice.path("kind").asString()).isEqualTo("CONSENT_EVENT");
            assertThat(notice.path("household")).isEqualTo(item.path("household"));
            assertThat(notice.path("persons")).isEmpty();
            assertThat(notice.path("sections")).isEmpty();
        });
        assertThat(answers(team, item)).isNotEqualTo("PERMIT");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> school.get("/v1/messages/" + message).text().contains("RECIPIENT_TOLD_OF_WITHDRAWAL"));
    }

    @Test
    void aTeamThatHadAnEarlierMessageReadsTheEndWithThatOneAndNothingOfTheOneThatStopped() throws IOException {
        Http school = nodes.system(Member.SCHOOL);
        Http team = nodes.system(Member.WIJKTEAM);
        school.put("/v1/persons/jinte", Samples.person("2008-05-04"));
        String consent = school.post(
                        "/v1/consents", Samples.consent("jinte", Samples.today().plusMonths(2)))
                .text("id");
        String had = submitted(school, "jinte");
        awaitState(school, had, "DELIVERED");
        String stopped;
        try {
            nodes.line().cut();
            stopped = submitted(school, "jinte");
            awaitState(school, stopped, "QUEUED");
            assertThat(school.post(
                                    "/v1/consents/" + consent + "/withdrawal",
                                    "{\"by\": \"jinte\", \"channel\": \"TELEFONISCH\"}")
                            .status())
                    .isEqualTo(200);
            awaitState(school, stopped, "WITHDRAWN");
        } finally {
            nodes.line().mend();
        }

        await().atMost(Duration.ofSeconds(60))
                .until(() -> school.get("/v1/messages/" + had).text().contains("RECIPIENT_TOLD_OF_WITHDRAWAL"));
        assertThat(item(team, "inReplyTo", had))
                .singleElement()
                .satisfies(notice -> assertThat(notice.path("kind").asString()).isEqualTo("CONSENT_EVENT"));
        assertThat(item(team, "inReplyTo", stopped)).isEmpty();
        assertThat(item(team, "messageId", stopped)).isEmpty();
        assertThat(nodes.rows(Member.WIJKTEAM).incoming(stopped)).isEmpty();
        Reply told = school.get("/v1/messages/" + stopped);
        assertThat(told.text()).contains("CONSENT_WITHDRAWN").doesNotContain("RECIPIENT_TOLD_OF_WITHDRAWAL");
    }

    private static String submitted(Http school, String pupil) throws IOException {
        return school.post(
                        "/v1/messages",
                        Map.of("Content-Type", Samples.CONCERN, "Sluis-Recipient", Member.WIJKTEAM.organisation()),
                        Samples.concern(pupil, "Komt vaak te laat."))
                .text("id");
    }

    private static void awaitState(Http system, String message, String state) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> system.get("/v1/messages/" + message).text("state").equals(state));
    }

    private static List<JsonNode> item(Http team, String field, String value) throws IOException {
        return team.get("/v1/feed?limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path(field).asString("").equals(value))
                .toList();
    }

    private static String answers(Http team, JsonNode item) throws IOException {
        Reply reply = team.post("/v1/feed/" + item.path("id").asString() + "/feedback", FEEDBACK);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(202);
        return reply.text("outcome");
    }
}
