package nl.sluis.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What is remembered of keys is what is there. */
class DataKeyTableTest {

    private static final byte[] KEY = "wrapped".getBytes(StandardCharsets.UTF_8);

    private final DataSource database = TestDatabase.migrated();
    private final DataKeyTable keys = new DataKeyTable(JdbcClient.create(database));
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    private final TransactionTemplate nested = new TransactionTemplate(transaction.getTransactionManager());

    DataKeyTableTest() {
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Test
    void aKeyOfWorkThatWentBackToItsSavepointIsForgotten() {
        transaction.executeWithoutResult(outer -> nested.executeWithoutResult(inner -> {
            keys.findOrMake("household/1", KEY::clone);
            assertThat(keys.find("household/1")).hasValue(KEY);
            inner.setRollbackOnly();
        }));

        assertThat(keys.find("household/1")).isEmpty();
    }

    @Test
    void aKeyThatWasDestroyedIsForgottenAlsoWhenOtherWorkWentBackToItsSavepoint() {
        keys.findOrMake("household/1", KEY::clone);
        assertThat(keys.find("household/1")).hasValue(KEY);

        transaction.executeWithoutResult(outer -> {
            keys.destroy("household/1");
            // Somebody else sees it until this commits
            assertThat(CompletableFuture.supplyAsync(() -> keys.find("household/1"))
                            .join())
                    .hasValue(KEY);
            nested.executeWithoutResult(inner -> inner.setRollbackOnly());
        });

        assertThat(keys.find("household/1")).isEmpty();
    }
}
