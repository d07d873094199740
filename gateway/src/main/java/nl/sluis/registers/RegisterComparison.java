package nl.sluis.registers;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import nl.sluis.audit.AuditLog;
import nl.sluis.audit.AuditedFacts;
import nl.sluis.custody.AuditedRegister;
import nl.sluis.node.OneAtATime;
import nl.sluis.retention.DestroyedFacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds what was taken out of the registers, or altered in them, by somebody who can write in the database: what the audit says was recorded must be
 * there, unless retention destroyed it, and as this node wrote it. That the audit itself is whole is proved by its checkpoints and
 * witnesses; who rewrites both is found there.
 */
public final class RegisterComparison {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterComparison.class);
    private static final UUID FIRST = new UUID(0, 0);
    private static final int BATCH = 500;

    private final List<AuditedRegister> registers;
    private final AuditedFacts facts;
    private final DestroyedFacts destroyed;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final OneAtATime underWay = new OneAtATime();
    private volatile Map<String, Difference> last = Map.of();
    private volatile boolean compared;

    RegisterComparison(
            List<AuditedRegister> registers,
            AuditedFacts facts,
            DestroyedFacts destroyed,
            AuditLog audit,
            TransactionTemplate transactions) {
        this.registers = List.copyOf(registers);
        this.facts = facts;
        this.destroyed = destroyed;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * How a register differs from what was recorded in it.
     *
     * @param missing how many were recorded and are not there, or not all of it
     * @param altered how many are not as they were written
     */
    public record Difference(long missing, long altered) {

        boolean none() {
            return missing == 0 && altered == 0;
        }
    }

    /** By register, of the last comparison; those that do not differ are absent. Empty before the first. */
    public Optional<Map<String, Difference>> last() {
        return compared ? Optional.of(last) : Optional.empty();
    }

    /** Missing and altered in all registers, at the last comparison. */
    long differences() {
        return last.values().stream()
                .mapToLong(difference -> difference.missing() + difference.altered())
                .sum();
    }

    /** Compares all registers; a new difference is told in the audit. */
    public void look() {
        underWay.run(() -> {
            Map<String, Difference> found = new TreeMap<>();
            for (AuditedRegister register : registers) {
                Difference difference = new Difference(missing(register), altered(register));
                if (!difference.none()) {
                    found.put(register.name(), difference);
                }
            }
            if (!found.equals(last)) {
                tell(found);
            }
            last = Map.copyOf(found);
            compared = true;
        });
    }

    private long missing(AuditedRegister register) {
        AtomicLong missing = new AtomicLong();
        transactions.executeWithoutResult(status -> facts.each(register.events(), register.field(), BATCH, told -> {
            Set<String> away = new HashSet<>(register.missing(told));
            away.removeAll(destroyed.among(away));
            missing.addAndGet(away.size());
        }));
        return missing.get();
    }

    private static long altered(AuditedRegister register) {
        long altered = 0;
        List<UUID> batch = register.after(FIRST, BATCH);
        while (!batch.isEmpty()) {
            altered += batch.stream()
                    .filter(identity -> !readable(register, identity))
                    .count();
            batch = register.after(batch.getLast(), BATCH);
        }
        return altered;
    }

    private static boolean readable(AuditedRegister register, UUID identity) {
        try {
            register.read(identity);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private void tell(Map<String, Difference> found) {
        Map<String, String> detail = new TreeMap<>();
        found.forEach((register, difference) -> {
            detail.put(register + ".missing", Long.toString(difference.missing()));
            detail.put(register + ".altered", Long.toString(difference.altered()));
        });
        transactions.executeWithoutResult(status -> audit.append("registers.differ", null, detail));
        LOG.error("registers differ from what was recorded in them: {}", found);
    }
}
