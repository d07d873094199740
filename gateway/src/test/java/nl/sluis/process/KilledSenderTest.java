package nl.sluis.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** What was answered with 202 is a promise, also when the process that gave it is killed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledSenderTest {

    private static final int MESSAGES = 5;

    private TwoNodes nodes;

    @BeforeAll
    void theSchoolMayReport(@TempDir Path home) throws Exception {
        nodes = new TwoNodes(home);
        nodes.school().start();
        nodes.schoolSystem().knows(Child.MILA);
        nodes.schoolSystem().consents("sanne", Child.MILA);
        nodes.schoolSystem().consents("kerem", Child.MILA);
    }

    @AfterAll
    void end() throws Exception {
        nodes.close();
    }

    @Test
    @Order(1)
    void aMessageOfAKilledSenderIsDeliveredOnceWhenBothAreThereAgain() throws Exception {
        String message = nodes.schoolSystem().reports(Child.MILA).text("id");
        nodes.school().kill();
        nodes.school().start();
        assertThat(nodes.schoolSystem().state(message)).isEqualTo("QUEUED");
        nodes.team().start();
        nodes.awaitState(message, "DELIVERED");
        nodes.assertDeliveredOnce(message);
    }

    @Test
    @Order(2)
    void messagesOnTheirWayWhenTheSenderIsKilledAreDeliveredOnce(TestReporter measured) throws Exception {
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            messages.add(nodes.schoolSystem().reports(Child.MILA).text("id"));
        }
        nodes.school().kill();
        measured.publishEntry("healthy again", nodes.school().start().toString());
        for (String message : messages) {
            measured.publishEntry(
                    "receipt after that", nodes.awaitState(message, "DELIVERED").toString());
            nodes.assertDeliveredOnce(message);
        }
        assertThat(nodes.team().database().count("feed_item")).isEqualTo(MESSAGES + 1);
        assertThat(nodes.school().verifyAudit().output()).contains(": intact, ");
        assertThat(nodes.team().verifyAudit().output()).contains(": intact, ");
    }
}
