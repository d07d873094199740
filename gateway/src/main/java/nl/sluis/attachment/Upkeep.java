package nl.sluis.attachment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import nl.sluis.audit.AuditLog;
import nl.sluis.node.OneAtATime;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks again at what no scanner has looked at, and destroys what nobody finishes or uses. Safe in every process of a node. */
@Component
class Upkeep {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AttachmentStore store;
    private final Holdings holdings;
    private final Inspection inspection;
    private final ContentKept kept;
    private final Limits limits;
    private final TransactionTemplate transaction;
    private final OneAtATime looking = new OneAtATime();
    private final OneAtATime releasing = new OneAtATime();
    private final OneAtATime overdue = new OneAtATime();

    Upkeep(
            AttachmentStore store,
            Holdings holdings,
            Inspection inspection,
            ContentKept kept,
            Limits limits,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.holdings = holdings;
        this.inspection = inspection;
        this.kept = kept;
        this.limits = limits;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What tells how long things stay.
     *
     * @param parked whether the database was put back and nobody has released it
     */
    record Limits(AttachmentSettings settings, Clock clock, AuditLog audit, BooleanSupplier parked) {}

    // Each at a fixed rate and one at a time: all that has a fixed delay shares one thread, and waits for the slowest
    @Scheduled(fixedRate = 30_000, initialDelay = 30_000)
    void lookAgain() {
        looking.run(() ->
                store.uninspected(limits.clock().instant().minus(PATIENCE)).forEach(inspection::inspect));
    }

    /** Destroys the uploads of messages whose content is destroyed. */
    @Scheduled(fixedRate = 60_000, initialDelay = 30_000)
    void destroyReleased() {
        releasing.run(() -> {
            List<AttachmentSettled> gone = holdings.using().stream()
                    .filter(message -> !kept.of(message.sender(), message.message()))
                    .toList();
            if (!gone.isEmpty() && !limits.parked().getAsBoolean()) {
                gone.forEach(message -> transaction.executeWithoutResult(
                        status -> destroyed("message-gone", holdings.release(message.sender(), message.message()))));
            }
        });
    }

    /** Destroys what nobody finished or used in its term; not while the node is parked after a restore. */
    @Scheduled(fixedRate = 600_000, initialDelay = 60_000)
    void destroyOverdue() {
        overdue.run(() -> {
            if (!limits.parked().getAsBoolean()) {
                transaction.executeWithoutResult(
                        status -> destroyOverdueAt(limits.clock().instant()));
            }
        });
    }

    private void destroyOverdueAt(Instant now) {
        destroyed(
                "unfinished",
                holdings.destroyUnfinished(now.minus(limits.settings().unfinished())));
        destroyed("unused", holdings.destroyUnused(now.minus(limits.settings().unused())));
    }

    private void destroyed(String why, List<UUID> attachments) {
        attachments.forEach(id ->
                limits.audit().append("attachment.destroyed", null, Map.of("attachment", id.toString(), "why", why)));
    }
}
