package nl.sluis.checkpoint;

import java.util.Optional;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Up, with the alarms as details: an organisation's messages do not wait for its evidence to be looked into. */
final class AuditHealth extends AbstractHealthIndicator {

    private final Checkpointing checkpointing;
    private final Checkpoints checkpoints;
    private final Optional<TimeStamping> stamping;

    /**
     * Of one process.
     *
     * @param stamping empty when no authority is configured
     */
    AuditHealth(Checkpointing checkpointing, Checkpoints checkpoints, Optional<TimeStamping> stamping) {
        super("the audit cannot be read");
        this.checkpointing = checkpointing;
        this.checkpoints = checkpoints;
        this.stamping = stamping;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        checkpoints
                .latest()
                .ifPresent(last -> health.withDetail(
                                "checkpoint", last.checkpoint().size())
                        .withDetail("signed", last.signedAt().toString()));
        checkpointing.fault().ifPresent(fault -> health.withDetail("broken", fault));
        if (stamping.isPresent()) {
            checkpoints.lastStamped().ifPresent(at -> health.withDetail("stamped", at.toString()));
            stamping.get().fault().ifPresent(code -> health.withDetail("unstamped", code));
        }
    }
}
