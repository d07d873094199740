package nl.sluis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import nl.sluis.testing.AtOnce;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuditLogTest {

    private final DataSource database = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    private final AuditLog log = new ChainedAuditLog(jdbc, Clock.systemUTC());

    @Test
    void entriesAppendedAtOnceMakeOneChain() {
        AtOnce.answers(8, thread -> () -> {
            for (int i = 0; i < 25; i++) {
                append("event-" + thread);
            }
            return true;
        });

        assertThat(verified()).isEqualTo(new AuditVerifier.Result.Intact(200));
    }

    @Test
    void anEntryGoesWithItsActWhenThatIsTakenBack() {
        append("before");
        transaction.executeWithoutResult(status -> {
            log.append("taken back", null, Map.of());
            status.setRollbackOnly();
        });
        append("after");

        assertThat(verified()).isEqualTo(new AuditVerifier.Result.Intact(2));
    }

    @Test
    void whatIsSaidAfterASavepointGoesWhenTheWorkGoesBackToIt() {
        TransactionTemplate nested = new TransactionTemplate(transaction.getTransactionManager());
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        transaction.executeWithoutResult(status -> {
            log.append("stays", null, Map.of());
            nested.executeWithoutResult(kept -> log.append("stays too", null, Map.of()));
            nested.executeWithoutResult(inner -> {
                log.append("goes", null, Map.of());
                inner.setRollbackOnly();
            });
            log.append("comes after", null, Map.of());
        });
        transaction.executeWithoutResult(status -> nested.executeWithoutResult(inner -> {
            log.append("goes as the first", null, Map.of());
            inner.setRollbackOnly();
        }));

        assertThat(events()).containsExactly("stays", "stays too", "comes after");
        assertThat(verified()).isEqualTo(new AuditVerifier.Result.Intact(3));
    }

    @Test
    void aTransactionInsideAnotherSaysItsOwn() {
        TransactionTemplate own = new TransactionTemplate(transaction.getTransactionManager());
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            log.append("outer", null, Map.of());
            own.executeWithoutResult(inner -> log.append("inner", null, Map.of()));
            assertThat(events()).as("nobody waits for the outer one").containsExactly("inner");
        });

        assertThat(events()).containsExactly("inner", "outer");
    }

    @Test
    void whatIsSaidAtTheVeryEndOfATransactionIsWrittenToo() {
        transaction.executeWithoutResult(status -> {
            log.append("first", null, Map.of());
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    log.append("last", null, Map.of());
                }

                @Override
                public void afterCommit() {
                    assertThatThrownBy(() -> log.append("too late", null, Map.of()))
                            .isInstanceOf(IllegalStateException.class);
                }
            });
        });

        assertThat(events()).containsExactly("first", "last");
    }

    private List<String> events() {
        return jdbc.sql("SELECT event FROM audit_entry ORDER BY n")
                .query(String.class)
                .list();
    }

    @Test
    void anEntryOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> log.append("event", null, Map.of())).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE audit_entry SET event = 'other' WHERE n = 3 | 3",
                "UPDATE audit_entry SET detail = '{}' WHERE n = 3 | 3",
                "UPDATE audit_entry SET message_id = NULL WHERE n = 3 | 3",
                "UPDATE audit_entry SET at = at + interval '1 microsecond' WHERE n = 3 | 3",
                "UPDATE audit_entry SET hash = sha256('x') WHERE n = 3 | 3",
                "DELETE FROM audit_entry WHERE n = 3 | 3",
                "DELETE FROM audit_entry WHERE n = 5 | 5",
                "DELETE FROM audit_entry WHERE n = 1 | 1",
                "UPDATE audit_entry SET n = CASE n WHEN 2 THEN -2 ELSE 2 END WHERE n IN (2, 4) | 1",
                "INSERT INTO audit_entry SELECT 6, at, event, message_id, detail, hash FROM audit_entry WHERE n = 5 | 6",
                "UPDATE audit_tip SET n = 4, hash = (SELECT hash FROM audit_entry WHERE n = 4) | 6"
            })
    void everyRowThatIsNotAsItWasWrittenIsFound(String alteration, long at) {
        for (int i = 0; i < 5; i++) {
            append("event-" + i);
        }

        jdbc.sql(alteration).update();

        assertThat(verified()).isEqualTo(new AuditVerifier.Result.Broken(at));
    }

    @Test
    void theEmptyLogIsIntact() {
        assertThat(verified()).isEqualTo(new AuditVerifier.Result.Intact(0));
    }

    private void append(String event) {
        transaction.executeWithoutResult(status -> log.append(event, "message-1", Map.of("kind", "SIGNAL")));
    }

    private AuditVerifier.Result verified() {
        return new AuditVerifier(new JdbcTemplate(database)).verify();
    }
}
