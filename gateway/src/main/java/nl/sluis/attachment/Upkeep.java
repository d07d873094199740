package nl.sluis.attachment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.audit.AuditLog;
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

    /** What tells how long things stay. */
    @Component
    record Limits(AttachmentSettings settings, Clock clock, AuditLog audit) {}

    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    void lookAgain() {
        store.uninspected(limits.clock().instant().minus(PATIENCE)).forEach(inspection::inspect);
    }

    /** Destroys the uploads of messages whose content is destroyed. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
    void destroyReleased() {
        for (AttachmentSettled message : holdings.using()) {
            if (!kept.of(message.sender(), message.message())) {
                transaction.executeWithoutResult(
                        status -> destroyed("message-gone", holdings.release(message.sender(), message.message())));
            }
        }
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
    void destroyOverdue() {
        transaction.executeWithoutResult(status -> {
            Instant now = limits.clock().instant();
            destroyed(
                    "unfinished",
                    holdings.destroyUnfinished(now.minus(limits.settings().unfinished())));
            destroyed(
                    "unused", holdings.destroyUnused(now.minus(limits.settings().unused())));
        });
    }

    private void destroyed(String why, List<UUID> attachments) {
        attachments.forEach(id ->
                limits.audit().append("attachment.destroyed", null, Map.of("attachment", id.toString(), "why", why)));
    }
}
