package nl.sluis.storage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import nl.sluis.seal.DataKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps data keys in the node's own database; what was read lately is remembered in its encrypted form. */
@Component
public final class DataKeyTable implements DataKeys {

    private static final int REMEMBERED = 10_000;
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Cache<String, byte[]> remembered = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(REMEMBERED_FOR)
            .build();

    /** Over the table {@code data_key}. */
    public DataKeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<byte[]> find(String subject) {
        byte[] known = remembered.getIfPresent(subject);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<byte[]> stored = read(subject);
        stored.ifPresent(wrapped -> onceCommitted(false, () -> remembered.put(subject, wrapped)));
        return stored;
    }

    @Override
    public byte[] findOrMake(String subject, Supplier<byte[]> first) {
        // As many statements for a key that is there as for one that is not: time tells the sender of a message nothing
        return jdbc.sql("""
                        WITH made AS (
                            INSERT INTO data_key (subject, wrapped) VALUES (:subject, :wrapped)
                            ON CONFLICT DO NOTHING RETURNING wrapped)
                        SELECT wrapped FROM made UNION ALL SELECT wrapped FROM data_key WHERE subject = :subject""")
                .param("subject", subject)
                .param("wrapped", first.get())
                .query((row, i) -> row.getBytes(1))
                .optional()
                // Another process made it at this moment; it was waited for, and its key is the one
                .or(() -> read(subject))
                .orElseThrow();
    }

    @Override
    public void destroy(String subject) {
        jdbc.sql("DELETE FROM data_key WHERE subject = ?").param(subject).update();
        remembered.invalidate(subject);
        onceCommitted(true, () -> remembered.invalidate(subject));
    }

    private Optional<byte[]> read(String subject) {
        return jdbc.sql("SELECT wrapped FROM data_key WHERE subject = ?")
                .param(subject)
                .query((row, i) -> row.getBytes(1))
                .optional();
    }

    // A key that was made in a transaction that is taken back must not be used any more: nobody could read what it
    // encrypts
    private static void onceCommitted(boolean alsoAfterSavepoint, Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            private boolean takenBack;

            // Perhaps not the part in which this was: then it is found again the next time
            @Override
            public void savepointRollback(Object savepoint) {
                takenBack = true;
            }

            @Override
            public void afterCommit() {
                if (alsoAfterSavepoint || !takenBack) {
                    work.run();
                }
            }
        });
    }
}
