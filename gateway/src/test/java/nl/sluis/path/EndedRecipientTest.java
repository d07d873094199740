package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.path.Http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A team that has merged into another: nothing goes to it, and nothing that was meant for it goes to its successor by itself. */
@ExtendWith(NodesExtension.class)
class EndedRecipientTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Nodes nodes;
    private final Http school;

    EndedRecipientTest(Nodes nodes) {
        this.nodes = nodes;
        this.school = nodes.system(Member.SCHOOL);
    }

    @Test
    void isRefusedWithItsLastDayAndItsSuccessorAndNothingIsKept() throws IOException {
        Map<String, Long> before = nodes.rows(Member.SCHOOL).counts();
        Reply reply = submitted("romy", Nodes.ENDED);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(new String(reply.bytes(), StandardCharsets.UTF_8))
                .contains("RECIPIENT_ENDED", "2020-12-31", Member.WIJKTEAM.organisation());
        assertThat(nodes.rows(Member.SCHOOL).counts()).isEqualTo(before);
    }

    @Test
    void aConsentForTheOneThatEndedDoesNotReachItsSuccessor() throws IOException {
        assertThat(school.put("/v1/persons/romy", Samples.person("2008-05-04")).status())
                .isEqualTo(200);
        String consent = Samples.consent("romy", Samples.today().plusMonths(3))
                .replace(Member.WIJKTEAM.organisation(), Nodes.ENDED);
        assertThat(school.post("/v1/consents", consent).status()).isEqualTo(201);

        Reply held = submitted("romy", Member.WIJKTEAM.organisation());
        assertThat(held.text("outcome")).isEqualTo("HOLD");

        assertThat(school.post(
                                "/v1/consents",
                                Samples.consent("romy", Samples.today().plusMonths(3)))
                        .status())
                .isEqualTo(201);
        Reply permitted = submitted("romy", Member.WIJKTEAM.organisation());
        assertThat(permitted.text("outcome")).isEqualTo("PERMIT");
        // What was held goes now too; others count the rows of these nodes
        for (String id : List.of(held.text("id"), permitted.text("id"))) {
            await().atMost(PATIENCE)
                    .until(() -> school.get("/v1/messages/" + id).text("state").equals("DELIVERED"));
        }
    }

    private Reply submitted(String pupil, String recipient) throws IOException {
        return school.post(
                "/v1/messages",
                Map.of("Content-Type", Samples.CONCERN, "Sluis-Recipient", recipient),
                Samples.concern(pupil, "Slaapt in de les"));
    }
}
