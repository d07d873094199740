package nl.sluis.registers;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import nl.sluis.audit.AuditedFacts;
import nl.sluis.custody.AuditedRegister;
import nl.sluis.registers.RegisterComparison.Difference;
import nl.sluis.retention.DestroyedFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds one register against the audit, in batches. */
@Component
final class RegisterCheck {

    private static final String FIRST = new UUID(0, 0).toString();
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final AuditedFacts facts;
    private final DestroyedFacts destroyed;
    private final TransactionTemplate transactions;

    RegisterCheck(JdbcClient jdbc, AuditedFacts facts, DestroyedFacts destroyed, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.destroyed = destroyed;
        this.transactions = transactions;
    }

    Difference of(AuditedRegister register) {
        return new Difference(missing(register), altered(register));
    }

    private long missing(AuditedRegister register) {
        AtomicLong missing = new AtomicLong();
        transactions.executeWithoutResult(status -> facts.each(register.events(), register.field(), BATCH, told -> {
            Set<String> away = new HashSet<>(register.missing(told));
            Set<String> gone = destroyed.among(told.keySet());
            away.removeAll(gone);
            away.addAll(there(register, gone));
            missing.addAndGet(away.size());
        }));
        return missing.get();
    }

    private Set<String> there(AuditedRegister register, Set<String> identities) {
        return new HashSet<>(
                jdbc.sql("SELECT id::text FROM " + register.table() + " WHERE id = ANY(CAST(:ids AS uuid[]))")
                        .param("ids", identities.toArray(String[]::new))
                        .query((row, n) -> row.getString(1))
                        .list());
    }

    private long altered(AuditedRegister register) {
        long altered = 0;
        List<String> batch = after(register, FIRST);
        while (!batch.isEmpty()) {
            altered +=
                    batch.stream().filter(identity -> !register.bound(identity)).count();
            batch = after(register, batch.getLast());
        }
        return altered;
    }

    private List<String> after(AuditedRegister register, String last) {
        return jdbc.sql("SELECT id::text FROM " + register.table() + " WHERE id > ?::uuid ORDER BY id LIMIT " + BATCH)
                .param(last)
                .query((row, n) -> row.getString(1))
                .list();
    }
}
