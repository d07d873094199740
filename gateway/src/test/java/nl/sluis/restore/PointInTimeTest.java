package nl.sluis.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.audit.AuditLog;
import nl.sluis.audit.AuditVerifier;
import nl.sluis.outbox.ParkedMessages;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A real backup, a real recovery to an earlier moment, and what the node makes of it. */
class PointInTimeTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path home;

    @Test
    void whatWasLostGoesOutAgainOnlyWhenAPersonHasLooked() throws Exception {
        Path backup = home.resolve("backup");
        String moment;
        UUID sentAfterwards = UUID.randomUUID();
        UUID withdrawnAfterwards = UUID.randomUUID();
        UUID sentBefore = UUID.randomUUID();
        try (ArchivedServer server = ArchivedServer.create(home)) {
            Flyway.configure().dataSource(server.database()).load().migrate();
            Node node = new Node(server.database());
            node.restoration.look();
            assertThat(node.restoration.parked()).as("a new node").isFalse();

            server.backUp(backup);
            node.message(sentBefore, "SENT");
            node.message(sentAfterwards, "QUEUED");
            node.message(withdrawnAfterwards, "QUEUED");
            moment = server.now();
            node.becomes(sentAfterwards, "SENT");
            node.becomes(withdrawnAfterwards, "WITHDRAWN");
            node.jdbc.sql("SELECT pg_switch_wal()::text").query(String.class).single();
        }

        try (ArchivedServer recovered = ArchivedServer.recover(backup, home.resolve("archive"), moment)) {
            Node node = new Node(recovered.database());
            assertThat(node.state(sentBefore)).isEqualTo("SENT");
            assertThat(node.state(sentAfterwards)).isEqualTo("QUEUED");
            assertThat(node.state(withdrawnAfterwards)).isEqualTo("QUEUED");

            node.restoration.look();
            assertThat(node.restoration.parked()).isTrue();
            assertThat(node.restoration.open().orElseThrow().sign()).isEqualTo("NEW_TIMELINE");
            node.restart();
            assertThat(node.restoration.parked()).as("also after another start").isTrue();
            assertThat(new ParkedMessages(node.jdbc).list())
                    .extracting(ParkedMessages.Parked::id)
                    .containsExactlyInAnyOrder(sentAfterwards.toString(), withdrawnAfterwards.toString());

            node.release(withdrawnAfterwards);
            assertThat(node.state(withdrawnAfterwards)).isEqualTo("WITHDRAWN");
            assertThat(node.state(sentAfterwards)).isEqualTo("QUEUED");
            node.restoration.look();
            assertThat(node.restoration.parked()).isFalse();
            assertThat(node.events).hasSize(1);
            node.restart();
            assertThat(node.restoration.parked()).as("once is enough").isFalse();
            assertThat(node.audited())
                    .endsWith(
                            "restore.noticed {\"sign\":\"NEW_TIMELINE\"}",
                            "restore.released {\"by\":\"ict-7\",\"stopped\":\"1\"}");
            assertThat(new AuditVerifier(new JdbcTemplate(recovered.database())).verify())
                    .isInstanceOf(AuditVerifier.Result.Intact.class);
        }
    }

    /** What of a node has to do with a restore. */
    private static final class Node {
        private final JdbcClient jdbc;
        private final TransactionTemplate transaction;
        private final AuditLog audit;
        private final List<Object> events = new ArrayList<>();
        private Restoration restoration;

        Node(DataSource database) {
            this.jdbc = JdbcClient.create(database);
            this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
            this.audit = AuditLog.of(jdbc, CLOCK);
            this.restoration = restoration();
        }

        void restart() {
            restoration = restoration();
            restoration.look();
            events.clear();
        }

        private Restoration restoration() {
            return new Restoration(
                    new RestorationStore(jdbc),
                    audit,
                    new RestoreSettings(RestoreSettings.NewTimeline.PARK, null, null),
                    transaction,
                    events::add,
                    CLOCK);
        }

        void message(UUID id, String state) {
            transaction.executeWithoutResult(status -> {
                jdbc.sql(
                                "INSERT INTO outgoing (sender, id, thread, form, kind, recipient, state, content, answer, created_at)"
                                        + " VALUES ('de-wilgenhof', ?, ?, 'MESSAGE', 'SIGNAL', 'wijkteam-noord', ?, 'c', '', now())")
                        .params(id, id, state)
                        .update();
                audit.append("message.decided", id.toString(), Map.of());
            });
        }

        void becomes(UUID id, String state) {
            jdbc.sql("UPDATE outgoing SET state = ? WHERE id = ?")
                    .params(state, id)
                    .update();
        }

        String state(UUID id) {
            return jdbc.sql("SELECT state FROM outgoing WHERE id = ?")
                    .param(id)
                    .query(String.class)
                    .single();
        }

        void release(UUID stopped) {
            transaction.executeWithoutResult(status -> {
                assertThat(new ParkedMessages(jdbc).stop(stopped, CLOCK.instant()))
                        .isTrue();
                assertThat(new ParkedMessages(jdbc).stop(UUID.randomUUID(), CLOCK.instant()))
                        .isFalse();
                assertThat(new RestoreDesk(jdbc, audit).release("ict-7", 1, CLOCK.instant()))
                        .isTrue();
            });
        }

        List<String> audited() {
            return jdbc.sql("SELECT event || ' ' || detail FROM audit_entry ORDER BY n")
                    .query(String.class)
                    .list();
        }
    }
}
