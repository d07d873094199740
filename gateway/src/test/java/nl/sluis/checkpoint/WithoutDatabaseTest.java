package nl.sluis.checkpoint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import nl.sluis.audit.AuditTree;
import nl.sluis.seal.TestSeals;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database that does not answer is told by health, and breaks nothing else. */
class WithoutDatabaseTest {

    private final DataSource away = TestDatabase.dataSource("jdbc:postgresql://localhost:1/none?user=x");
    private final JdbcClient jdbc = JdbcClient.create(away);
    private final Checkpoints checkpoints = new Checkpoints(jdbc, "sluis/audit/1");
    private final Checkpointing checkpointing = new Checkpointing(
            new AuditTree(jdbc),
            checkpoints,
            TestSeals.notary("school"),
            new Checkpointing.Surroundings(
                    new CheckpointSettings(LogFixture.EVERY, List.of(), null),
                    "sluis/audit/1",
                    new TransactionTemplate(new JdbcTransactionManager(away)),
                    Clock.systemUTC(),
                    () -> false));

    @Test
    void theAuditIsDownInsteadOfHealthAsAWhole() {
        Health health = new AuditHealth(checkpointing, checkpoints, Optional.empty()).health();
        assertThat(requireNonNull(health).getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void aLookIsOneWarningAndTheNextComes() {
        assertThatCode(checkpointing::look).doesNotThrowAnyException();
        assertThat(checkpointing.fault()).isEmpty();
    }
}
