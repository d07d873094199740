package nl.sluis.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Optional;
import nl.sluis.process.SchoolSystem.Child;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** A receiver that is killed when it has stored an envelope and has not delivered it. */
class KilledReceiverTest {

    private TwoNodes nodes;

    @BeforeEach
    void bothRun(@TempDir Path home) throws Exception {
        nodes = new TwoNodes(home);
        nodes.startBoth();
        nodes.schoolSystem().knows(Child.MILA);
        nodes.schoolSystem().consents("sanne", Child.MILA);
        nodes.schoolSystem().consents("kerem", Child.MILA);
    }

    @AfterEach
    void end() throws Exception {
        nodes.close();
    }

    @Test
    void whatItStoredAndDidNotDeliverIsDeliveredOnceAfterItsRestart(TestReporter measured) throws Exception {
        NodeDatabase database = nodes.team().database();
        String message;
        ProcessHandle orphan;
        try (Connection lock = database.connect();
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("LOCK TABLE feed_item IN ACCESS EXCLUSIVE MODE");
            message = nodes.schoolSystem().reports(Child.MILA).text("id");
            awaitDeliveryHeldUp(message);
            nodes.awaitState(message, "SENT");
            orphan = database.server().orElseThrow();
            nodes.team().kill();
            lock.rollback();
            assertThat(NodeDatabase.hasEnded(orphan))
                    .as("the database outlives the node")
                    .isFalse();
            assertThat(database.received(message)).contains("STORED");
            assertThat(database.count("feed_item")).isZero();
            // A session of somebody else stays: the restart must not wait for it
            measured.publishEntry("healthy again", nodes.team().start().toString());
        }
        assertThat(orphan).as("the restart stopped it").matches(NodeDatabase::hasEnded);
        assertThat(database.server()).isPresent();
        measured.publishEntry(
                "receipt after that", nodes.awaitState(message, "DELIVERED").toString());
        nodes.assertDeliveredOnce(message);
        assertThat(nodes.team().verifyAudit().output()).contains(": intact, ");
    }

    private void awaitDeliveryHeldUp(String message) {
        NodeDatabase database = nodes.team().database();
        await("the delivery waits for the feed")
                .atMost(NodeProcess.CEILING)
                .until(() -> database.received(message).equals(Optional.of("STORED"))
                        && database.count("pg_locks WHERE NOT granted AND relation = 'feed_item'::regclass") > 0);
    }
}
