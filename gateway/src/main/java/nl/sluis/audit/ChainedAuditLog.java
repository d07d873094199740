package nl.sluis.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Every entry's hash covers the hash before it. The row of the tip is locked until the transaction ends, so that the chain has no
 * branches whatever runs at the same time.
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
        AuditTip tip = jdbc.sql("SELECT n, hash FROM audit_tip FOR UPDATE")
                .query((row, i) -> new AuditTip(row.getLong(1), row.getBytes(2)))
                .single();
        // PostgreSQL keeps microseconds; the hash must cover what is read back
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AuditEntry entry = AuditEntry.next(tip.n(), tip.hash(), at, event, messageId, detail);
        jdbc.sql("INSERT INTO audit_entry (n, at, event, message_id, detail, hash)"
                        + " VALUES (:n, :at, :event, :message, :detail, :hash)")
                .param("n", entry.n())
                .param("at", Timestamp.from(at))
                .param("event", event)
                .param("message", messageId)
                .param("detail", entry.detail())
                .param("hash", entry.hash())
                .update();
        jdbc.sql("UPDATE audit_tip SET n = ?, hash = ?")
                .params(entry.n(), entry.hash())
                .update();
    }

    @SuppressWarnings("ArrayRecordComponent") // a row, read and dropped
    private record AuditTip(long n, byte[] hash) {}
}
