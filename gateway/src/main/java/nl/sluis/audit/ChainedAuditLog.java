package nl.sluis.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Every entry's hash covers the hash before it. The row of the tip is locked until the transaction ends, so that the chain has no
 * branches whatever runs at the same time. All transactions wait for that row: what one adds is therefore written just before it
 * commits, together, and not when it is said.
 */
@Component
final class ChainedAuditLog implements AuditLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    ChainedAuditLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void append(String event, @Nullable String messageId, Map<String, String> detail) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an audit entry belongs to the transaction of its act");
        }
        // PostgreSQL keeps microseconds; the hash must cover what is read back
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Said said = new Said(at, event, messageId, Map.copyOf(detail));
        if (TransactionSynchronizationManager.getResource(this) instanceof Pending pending) {
            pending.add(said);
        } else {
            Pending pending = new Pending();
            TransactionSynchronizationManager.bindResource(this, pending);
            TransactionSynchronizationManager.registerSynchronization(pending);
            pending.add(said);
        }
    }

    private void write(List<Said> all) {
        AuditTip tip = jdbc.sql("SELECT n, hash FROM audit_tip FOR UPDATE")
                .query((row, i) -> new AuditTip(row.getLong(1), row.getBytes(2)))
                .single();
        for (Said said : all) {
            AuditEntry entry =
                    AuditEntry.next(tip.n(), tip.hash(), said.at(), said.event(), said.messageId(), said.detail());
            // One round trip: everybody waits for this row
            jdbc.sql("WITH tip AS (UPDATE audit_tip SET n = :n, hash = :hash)"
                            + " INSERT INTO audit_entry (n, at, event, message_id, detail, hash)"
                            + " VALUES (:n, :at, :event, :message, :detail, :hash)")
                    .param("n", entry.n())
                    .param("at", Timestamp.from(said.at()))
                    .param("event", said.event())
                    .param("message", said.messageId())
                    .param("detail", entry.detail())
                    .param("hash", entry.hash())
                    .update();
            tip = new AuditTip(entry.n(), entry.hash());
        }
    }

    private record Said(Instant at, String event, @Nullable String messageId, Map<String, String> detail) {}

    @SuppressWarnings("ArrayRecordComponent") // a row, read and dropped
    private record AuditTip(long n, byte[] hash) {}

    /** What one transaction says, until it is written. What was said after a savepoint goes when the work goes back to it. */
    private final class Pending implements TransactionSynchronization {

        private final List<Said> said = new ArrayList<>();
        private final Map<Object, Integer> savepoints = new HashMap<>();
        private boolean committing;
        private boolean ended;

        void add(Said one) {
            if (ended) {
                throw new IllegalStateException("the transaction of this act is over");
            }
            if (committing) {
                // By who speaks at the very end: nobody comes after it to write this
                write(List.of(one));
            } else {
                said.add(one);
            }
        }

        @Override
        public void savepoint(Object savepoint) {
            savepoints.put(savepoint, said.size());
        }

        @Override
        public void savepointRollback(Object savepoint) {
            int before = savepoints.getOrDefault(savepoint, 0);
            said.subList(before, said.size()).clear();
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            committing = true;
            write(said);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(ChainedAuditLog.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(ChainedAuditLog.this, this);
        }

        @Override
        public void beforeCompletion() {
            ended = true;
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(ChainedAuditLog.this);
        }
    }
}
