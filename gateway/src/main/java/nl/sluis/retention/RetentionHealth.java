package nl.sluis.retention;

import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** When the last run was due, and an alarm as a detail when one is late: a node that destroys late still carries messages. */
final class RetentionHealth extends AbstractHealthIndicator {

    private static final Duration LATE = Duration.ofHours(6);

    private final RetentionRun run;
    private final RunStore runs;

    RetentionHealth(RetentionRun run, RunStore runs) {
        super("the runs of retention cannot be read");
        this.run = run;
        this.runs = runs;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        runs.last().ifPresent(last -> health.withDetail("last", last.toString()));
        Duration overdue = run.overdue();
        if (overdue.compareTo(LATE) > 0) {
            health.withDetail("overdue", overdue.toString());
        }
    }
}
