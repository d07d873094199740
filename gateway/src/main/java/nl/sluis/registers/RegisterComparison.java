package nl.sluis.registers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.sluis.audit.AuditLog;
import nl.sluis.custody.AuditedRegister;
import nl.sluis.node.OneAtATime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds what was taken out of the registers, or altered in them, by somebody who can write in the database: what the audit says was recorded must be
 * there, unless this node destroyed or erased it, and as this node wrote it; and what it destroyed must be gone. That the audit itself is whole is
 * proved by its checkpoints and witnesses; who rewrites both is found there.
 */
public final class RegisterComparison {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterComparison.class);

    private final List<AuditedRegister> registers;
    private final RegisterCheck check;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final OneAtATime underWay = new OneAtATime();
    private volatile Map<String, Difference> last = Map.of();
    private volatile Instant complete;

    RegisterComparison(
            List<AuditedRegister> registers,
            RegisterCheck check,
            AuditLog audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.registers = List.copyOf(registers);
        this.check = check;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.complete = clock.instant();
    }

    /**
     * How a register differs from what was recorded in it.
     *
     * @param missing how many were recorded and are not there, or not all of it, or were destroyed and are there
     * @param altered how many are not as they were written
     */
    public record Difference(long missing, long altered) {

        static final Difference NONE = new Difference(0, 0);

        Difference least(Difference other) {
            return new Difference(Math.min(missing, other.missing), Math.min(altered, other.altered));
        }
    }

    /** By register, as last compared; those that do not differ are absent. */
    public Map<String, Difference> last() {
        return last;
    }

    /** Missing and altered in all registers, as last compared. */
    long differences() {
        return last.values().stream()
                .mapToLong(difference -> difference.missing() + difference.altered())
                .sum();
    }

    /** How long ago all registers were compared to the end; since the start when they never were. */
    Duration age() {
        return Duration.between(complete, clock.instant());
    }

    /** Compares all registers; a new difference is told in the audit. One register that cannot be compared keeps what was found before. */
    public void look() {
        underWay.run(() -> {
            Instant began = clock.instant();
            Map<String, Difference> found = new TreeMap<>(last);
            boolean all = true;
            for (AuditedRegister register : registers) {
                Optional<Difference> difference = compared(register);
                all &= difference.isPresent();
                difference.ifPresent(each -> found.put(register.data(), each));
            }
            found.values().removeIf(Difference.NONE::equals);
            if (!found.isEmpty() && !found.equals(last)) {
                tell(found);
            }
            last = Map.copyOf(found);
            if (all) {
                complete = began;
            }
        });
    }

    private Optional<Difference> compared(AuditedRegister register) {
        try {
            Difference difference = check.of(register);
            // What was erased or recorded while it looked is no difference: then it is not there the second time
            return Optional.of(difference.equals(Difference.NONE) ? difference : difference.least(check.of(register)));
        } catch (DataAccessException e) {
            LOG.error(
                    "the register {} cannot be compared: {}",
                    register.data(),
                    e.getClass().getSimpleName());
            return Optional.empty();
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
