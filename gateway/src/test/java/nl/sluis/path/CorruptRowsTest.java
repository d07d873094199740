package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import nl.sluis.demo.Neighbourhood.Member;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows of the database that somebody or something spoiled: their message stops in a clear state, and all others go on. */
@ExtendWith(NodesExtension.class)
class CorruptRowsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Nodes nodes;
    private final Rows school;
    private final Rows team;

    CorruptRowsTest(Nodes nodes) {
        this.nodes = nodes;
        this.school = nodes.rows(Member.SCHOOL);
        this.team = nodes.rows(Member.WIJKTEAM);
    }

    @BeforeEach
    void consent() throws IOException {
        Http system = nodes.system(Member.SCHOOL);
        system.put("/v1/persons/femke", Samples.person("2008-05-04"));
        system.post("/v1/consents", Samples.consent("femke", Samples.today().plusMonths(3)));
    }

    @AfterEach
    void theNextMessageArrives() throws IOException {
        nodes.line().mend();
        String next = submitted();
        await("the next message").atMost(PATIENCE).until(() -> state(next).equals("DELIVERED"));
        assertThat(team.feedItems(next)).isEqualTo(1);
    }

    @Test
    void aMessageWhoseContentIsGarbageDoesNotStopTheOthers() throws IOException {
        nodes.line().cut();
        String message = submitted();
        String spoil =
                "UPDATE outgoing SET content = decode('00ff', 'hex'), next_attempt_at = now() WHERE id = ?::uuid";
        school.spoil(spoil, message);
        nodes.line().mend();
        theNextMessageArrives();
        assertThat(team.feedItems(message)).isZero();
    }

    @Test
    void aStoredEnvelopeThatIsGarbageIsRejectedAndItsSenderKnows() throws IOException {
        String message = held();
        await("the receipt").atMost(PATIENCE).until(() -> state(message).equals("REJECTED"));
        assertThat(team.incoming(message)).isEqualTo("REJECTED");
        assertThat(team.feedItems(message)).isZero();
    }

    /** VNG Authorization Decision Log: persisted before the answer. */
    @Test
    void aDecisionThatCannotBeLoggedIsNeitherGivenNorKept() throws IOException {
        Map<String, Long> before = school.counts();
        try (Rows.Trap trap = school.onAudit("message.decided")) {
            Http.Reply reply = submission();
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.text()).doesNotContain("PERMIT").doesNotContain("no evidence");
        }
        assertThat(school.counts()).isEqualTo(before);
    }

    /** A message whose envelope was spoiled between being stored and being opened. */
    private String held() throws IOException {
        try (Rows.Trap trap = team.onEnvelopes("NEW.envelope = substring(NEW.envelope for 200)")) {
            String message = submitted();
            await().atMost(PATIENCE).until(() -> !team.incoming(message).isEmpty());
            return message;
        }
    }

    private String submitted() throws IOException {
        return submission().text("id");
    }

    private Http.Reply submission() throws IOException {
        return nodes.system(Member.SCHOOL)
                .post(
                        "/v1/messages",
                        Map.of("Content-Type", Samples.CONCERN, "Sluis-Recipient", Member.WIJKTEAM.organisation()),
                        Samples.concern("femke", "Valt in slaap"));
    }

    private String state(String message) throws IOException {
        return nodes.system(Member.SCHOOL).get("/v1/messages/" + message).text("state");
    }
}
