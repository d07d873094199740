package nl.sluis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import nl.sluis.testing.AtOnce;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tree that is built behind the entries, on PostgreSQL. */
class AuditTreeTest {

    private static final int FEW = 20;
    private static final int MANY = 600;
    private static final int BATCH = 150;

    private final DataSource database = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    private final AuditLog log = AuditLog.of(jdbc, Clock.systemUTC());
    private final AuditTree tree = new AuditTree(jdbc);
    private final List<byte[]> leaves = new ArrayList<>();

    private void entries(int count) {
        transaction.executeWithoutResult(status -> append(count));
        new AuditVerifier(new JdbcTemplate(database)).verify(entry -> leaves.add(entry.leafHash()));
    }

    @Test
    void growsInBatchesToTheRootOverAllEntriesAndProvesEachSizeAndEntry() {
        entries(MANY);
        assertThat(grown()).isEqualTo(new AuditTree.Growth.Whole(MANY));

        MerkleFrontier expected = new MerkleFrontier();
        byte[] root = tree.root(MANY);
        for (int size = 1; size <= MANY; size++) {
            expected.add(leaves.get(size - 1));
            if (size % 37 == 0 || size == 256 || size == 257 || size == MANY) {
                assertThat(tree.root(size)).isEqualTo(expected.root());
                assertThat(MerkleProof.consistent(size, expected.root(), MANY, root, tree.consistency(size, MANY)))
                        .isTrue();
                assertThat(MerkleProof.includes(leaves.get(size - 1), size - 1, MANY, tree.inclusion(size, MANY), root))
                        .isTrue();
            }
        }
    }

    @Test
    void proofsReadAFewTilesHoweverManyEntriesThereAre() {
        AtomicInteger asked = new AtomicInteger();
        long tenMillion = 10_000_000;
        // What is asked of the store, not what it answers
        MerkleTree counted = new MerkleTree((level, index) -> {
            asked.incrementAndGet();
            return new byte[MerkleTree.HASH_BYTES];
        });

        counted.inclusion(6_543_210, tenMillion);
        assertThat(asked.getAndSet(0)).isLessThanOrEqualTo(2 * 24);
        counted.consistency(6_543_210, tenMillion);
        assertThat(asked.getAndSet(0)).isLessThanOrEqualTo(3 * 24);
        counted.root(tenMillion);
        assertThat(asked.get()).isLessThanOrEqualTo(24);
    }

    @Test
    void whatAnOlderProgramAppendsMeanwhileIsTakenInNext() {
        entries(FEW);
        grown();
        transaction.executeWithoutResult(status -> append(3));

        assertThat(tree.size()).isEqualTo(FEW);
        assertThat(grown()).isEqualTo(new AuditTree.Growth.Whole(FEW + 3));
    }

    @Test
    void aKillBetweenEntryAndTreeLeavesATreeThatGoesOn() {
        entries(FEW);
        transaction.executeWithoutResult(status -> {
            tree.grow(BATCH);
            status.setRollbackOnly();
        });

        assertThat(tree.size()).isZero();
        assertThat(grown()).isEqualTo(new AuditTree.Growth.Whole(FEW));
    }

    @Test
    void oneProcessBuildsWhileSeveralAppend() {
        AtOnce.answers(6, thread -> () -> {
            for (int i = 0; i < 20; i++) {
                transaction.executeWithoutResult(status -> {
                    if (thread < 4) {
                        log.append("event-" + thread, null, Map.of());
                    } else {
                        tree.grow(BATCH);
                    }
                });
            }
            return true;
        });

        assertThat(grown()).isEqualTo(new AuditTree.Growth.Whole(80));
        MerkleFrontier expected = new MerkleFrontier();
        new AuditVerifier(new JdbcTemplate(database)).verify(entry -> expected.add(entry.leafHash()));
        assertThat(tree.root(80)).isEqualTo(expected.root());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE audit_entry SET event = 'other' WHERE n = 23 | 23",
                "DELETE FROM audit_entry WHERE n = 22 | 22",
                "DELETE FROM audit_entry WHERE n > 20 | 21",
                "DELETE FROM audit_entry WHERE n = 25 | 25",
                "UPDATE audit_tip SET n = 20 WHERE n = 25; DELETE FROM audit_entry WHERE n > 20 | 21"
            })
    void whatWasAlteredBeforeItIsTakenInIsNeverTakenIn(String alteration, long at) {
        entries(FEW);
        grown();
        transaction.executeWithoutResult(status -> append(5));
        jdbc.sql(alteration).update();

        assertThat(grown()).isEqualTo(new AuditTree.Growth.Broken(at));
    }

    @Test
    void aTileThatIsGoneOrCutIsNoticedAndNeverMadeUp() {
        entries(MANY);
        grown();
        jdbc.sql("UPDATE audit_tile SET hashes = substring(hashes FROM 1 FOR 100) WHERE level = 0 AND index = 1")
                .update();
        assertThatThrownBy(() -> tree.root(MANY - 200)).isInstanceOf(TreeDamaged.class);
        jdbc.sql("DELETE FROM audit_tile WHERE level = 1").update();
        assertThatThrownBy(() -> tree.root(MANY)).isInstanceOf(TreeDamaged.class);
    }

    @Test
    void aTileThatWasCutOrMadeLongerIsNotGrownOn() {
        entries(FEW);
        grown();
        transaction.executeWithoutResult(status -> append(3));
        for (int length : new int[] {(FEW - 1) * 32, (FEW + 1) * 32}) {
            jdbc.sql("UPDATE audit_tile SET hashes = substring(hashes || hashes FROM 1 FOR ?) WHERE level = 0")
                    .param(length)
                    .update();
            assertThatThrownBy(this::grown).isInstanceOf(TreeDamaged.class);
        }
    }

    private AuditTree.Growth grown() {
        AuditTree.Growth growth;
        do {
            growth = transaction.execute(status -> tree.grow(BATCH));
        } while (growth instanceof AuditTree.Growth.Partly);
        return growth;
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            log.append("event", "message-" + i, Map.of("kind", "SIGNAL"));
        }
    }
}
