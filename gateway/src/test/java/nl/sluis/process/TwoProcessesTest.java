package nl.sluis.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.sluis.process.SchoolSystem.Child;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Step 1 of the story between two processes with a database each, from the school's call to what the team reads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoProcessesTest {

    /** 128 and the number of SIGTERM. */
    private static final int TERMINATED = 143;

    private static final int LAST = Integer.MAX_VALUE;

    private TwoNodes nodes;
    private NodeApi.Answer answer;

    @BeforeAll
    void theSchoolReports(@TempDir Path home, TestReporter reporter) throws Exception {
        reporter.publishEntry("called with", Curl.name());
        nodes = new TwoNodes(home);
        nodes.startBoth();
        SchoolSystem school = nodes.schoolSystem();
        school.knows(Child.MILA);
        school.consents("sanne", Child.MILA);
        school.consents("kerem", Child.MILA);
        answer = school.reports(Child.MILA);
        nodes.awaitState(answer.text("id"), "DELIVERED");
    }

    @AfterAll
    void end() throws Exception {
        nodes.close();
    }

    @Test
    void theSchoolIsToldWhatMayGoAndWhatIsWithheld() {
        assertThat(answer.text("outcome")).isEqualTo("PERMIT");
        assertThat(answer.text("state")).isEqualTo("QUEUED");
        assertThat(texts(answer.json().path("withheld"), "item"))
                .containsExactlyInAnyOrder(
                        "parents", "mila:address", "sanne:identity", "sanne:contact-1", "kerem:identity");
    }

    @Test
    void theTeamsFeedHasTheConcernOnce() throws Exception {
        JsonNode item = nodes.feed(answer.text("id")).getFirst();
        assertThat(nodes.feed(answer.text("id"))).hasSize(1);
        assertThat(item.path("source").path("id").asString()).isEqualTo("de-wilgenhof");
        assertThat(item.path("kind").asString()).isEqualTo("SIGNAL");
        assertThat(item.path("ground").asString()).isEqualTo("CONSENT");
        assertThat(item.path("threadId").asString()).isEqualTo(answer.text("thread"));
        assertThat(texts(item.path("sections"), "category")).containsExactly("IDENTITY", "BSN", "OBSERVATION");
        assertThat(texts(item.path("sections"), "text"))
                .contains("Mila viel de afgelopen twee weken vijf keer in slaap in de klas.");
    }

    @Test
    void theReceivedBytesAreTheSameEveryTimeAndHoldNothingThatWasWithheld() throws Exception {
        String item = nodes.feed(answer.text("id")).getFirst().path("id").asString();
        NodeApi.Answer first = nodes.receivedMessage(item);
        NodeApi.Answer second = nodes.receivedMessage(item);
        assertThat(first.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        String received = new String(first.body(), StandardCharsets.UTF_8);
        assertThat(received)
                .contains("Mila viel de afgelopen twee weken vijf keer in slaap in de klas.")
                .contains(answer.text("id"))
                .doesNotContain("ruzie", "\"parents\"", "0600000001");
    }

    @Test
    void theReceivedMessageNamesSectionsAndPersonsAnewSoThatNoNumberOfTheSchoolTravels() throws Exception {
        String item = nodes.feed(answer.text("id")).getFirst().path("id").asString();
        String received = new String(nodes.receivedMessage(item).body(), StandardCharsets.UTF_8);
        assertThat(received).doesNotContain("\"mila\"", "\"sanne\"", "\"kerem\"", "\"sleep\"");
        JsonNode message = JsonMapper.shared().readTree(received);
        assertThat(texts(message.path("persons"), "ref")).containsExactly("p1");
        assertThat(texts(message.path("sections"), "id")).containsExactly("s1", "s2", "s3");
        assertThat(texts(message.path("sections"), "subject")).containsOnly("p1");
    }

    @Test
    void theAuditOfBothSidesTellsTheSameMessage() throws Exception {
        String id = answer.text("id");
        assertThat(nodes.school().database().audited(id))
                .containsExactly("message.decided", "message.sent", "message.delivered");
        assertThat(nodes.team().database().audited(id)).containsExactly("envelope.received", "message.received");
        assertThat(nodes.school().verifyAudit().output()).contains(": intact, ");
        assertThat(nodes.team().verifyAudit().output()).contains(": intact, ");
    }

    @Test
    void eachNodeKnowsOnlyItsOwnHalf() throws IOException {
        assertThat(nodes.school().database().count("feed_item")).isZero();
        assertThat(nodes.school().database().count("incoming WHERE NOT receipt"))
                .isZero();
        assertThat(nodes.team().database().count("outgoing WHERE form = 'MESSAGE'"))
                .isZero();
        assertThat(nodes.team().database().count("consent")).isZero();
    }

    @Test
    @Order(LAST)
    void aStoppedNodeLeavesNothingRunning() throws Exception {
        for (NodeProcess node : List.of(nodes.school(), nodes.team())) {
            ProcessHandle server = node.database().server().orElseThrow();
            List<ProcessHandle> others = Stream.concat(node.handle().descendants(), server.descendants())
                    .toList();
            assertThat(node.terminate()).isEqualTo(TERMINATED);
            assertThat(server).matches(NodeDatabase::hasEnded);
            assertThat(others).allMatch(NodeDatabase::hasEnded);
            assertThat(node.database().server()).isEmpty();
        }
        assertThat(nodes.school().verifyAudit().output())
                .as("the audit can be verified while the node is stopped")
                .contains(": intact, ");
        assertThat(nodes.school().database().server()).isEmpty();
    }

    private static List<String> texts(JsonNode array, String field) {
        return array.values().stream()
                .map(element -> element.path(field).asString())
                .toList();
    }
}
