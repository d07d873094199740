package nl.sluis.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Map;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.process.SchoolSystem.Child;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Messages that wait for consent, through a kill of the node that holds them. The team's node comes up last. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HeldMessageTest {

    private TwoNodes nodes;
    private SchoolSystem school;
    private String waiting;
    private String refused;
    private String withdrawn;
    private String consent;

    @BeforeAll
    void threeMessagesWaitAtTheSchool(@TempDir Path home) throws Exception {
        nodes = new TwoNodes(home);
        nodes.school().start();
        school = nodes.schoolSystem();
        for (Child child : new Child[] {Child.MILA, Child.NOOR, Child.FENNA}) {
            school.knows(child);
            school.consents("sanne", child);
        }
        consent = school.consents("kerem", Child.FENNA);
        waiting = school.reports(Child.MILA).text("id");
        refused = school.reports(Child.NOOR).text("id");
        withdrawn = school.reports(Child.FENNA).text("id");
        nodes.school().kill();
        nodes.school().start();
    }

    @AfterAll
    void end() throws Exception {
        nodes.close();
    }

    @Test
    @Order(1)
    void allOfThemSurviveTheKill() throws Exception {
        assertThat(school.state(waiting)).isEqualTo("HOLD");
        assertThat(school.state(refused)).isEqualTo("HOLD");
        assertThat(school.state(withdrawn)).isEqualTo("QUEUED");
    }

    @Test
    @Order(2)
    void aRefusalEndsTheWaiting() throws Exception {
        school.refuses("kerem", Child.NOOR);
        nodes.awaitState(refused, "DENY");
    }

    @Test
    @Order(3)
    void aWithdrawalStopsAMessageThatCouldNotBeDeliveredYet() throws Exception {
        school.withdraws("kerem", consent);
        nodes.awaitState(withdrawn, "WITHDRAWN");
    }

    @Test
    @Order(4)
    void theHeldOneGoesByItselfOnConsentAndTheOthersNever() throws Exception {
        nodes.team().start();
        school.consents("kerem", Child.MILA);
        nodes.awaitState(waiting, "DELIVERED");
        nodes.assertDeliveredOnce(waiting);
        // Consent that comes too late brings nothing back, and what follows them arrives: nothing of them is on its way
        school.consents("kerem", Child.NOOR);
        school.consents("kerem", Child.FENNA);
        String later = school.reports(Child.FENNA).text("id");
        nodes.awaitState(later, "DELIVERED");
        for (String never : new String[] {refused, withdrawn}) {
            assertThat(nodes.feed(never)).isEmpty();
            assertThat(nodes.team().database().received(never)).isEmpty();
            assertThat(nodes.school().database().audited(never)).doesNotContain("message.sent");
        }
        assertThat(school.state(refused)).isEqualTo("DENY");
        assertThat(school.state(withdrawn)).isEqualTo("WITHDRAWN");
    }

    /** A copy of the database is put back on its server, which nothing at the school notices, and the node goes on from there. */
    @Test
    @Order(6)
    void aLogThatForkedIsNoticedByItsWitnessAtTheNextCheckpoint() throws Exception {
        Map<String, String> witnessed =
                Map.of("SLUIS_AUDIT_CHECKPOINTEVERY", "1s", "SLUIS_AUDIT_WITNESSES_0", Member.WIJKTEAM.organisation());
        NodeDatabase log = nodes.school().database();
        NodeDatabase witness = nodes.team().database();
        nodes.school().kill();
        log.copy();
        nodes.school().start(witnessed);
        school.knows(Child.MILA);
        school.knows(Child.NOOR);
        long tip = log.count("audit_entry");
        await("the witness has seen all")
                .atMost(NodeProcess.CEILING)
                .until(() -> witness.count("witnessed WHERE size >= ?", tip) == 1);

        nodes.school().kill();
        log.putBack();
        nodes.school().start(witnessed);
        while (log.count("audit_entry") <= tip) {
            school.reports(Child.FENNA);
        }
        await("both know")
                .atMost(NodeProcess.CEILING)
                .until(() -> log.count("dispute WHERE own AND ended_at IS NULL") == 1
                        && witness.count("dispute WHERE NOT own AND ended_at IS NULL") == 1);
        assertThat(log.count("audit_entry WHERE event = 'checkpoint.disputed'")).isEqualTo(1);
        assertThat(witness.count("audit_entry WHERE event = 'witness.disputed'"))
                .isEqualTo(1);
        assertThat(witness.count("witnessed WHERE size >= ?", tip))
                .as("what was seen stands")
                .isEqualTo(1);
    }

    @Test
    @Order(5)
    void whatMayNotGoIsNotKept() throws Exception {
        assertThat(nodes.school()
                        .database()
                        .count("outgoing WHERE state IN ('DENY', 'WITHDRAWN')"
                                + " AND (content IS NOT NULL OR original IS NOT NULL)"))
                .isZero();
    }
}
