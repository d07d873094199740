package nl.sluis.retention;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** When the last run was due, and an alarm as a detail when one is late: a node that destroys late still carries messages. */
final class RetentionHealth implements HealthIndicator {

    private static final Duration LATE = Duration.ofHours(6);

    private final RetentionRun run;
    private final RunStore runs;

    RetentionHealth(RetentionRun run, RunStore runs) {
        this.run = run;
        this.runs = runs;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        runs.last().ifPresent(last -> health.withDetail("last", last.toString()));
        Duration overdue = run.overdue();
        if (overdue.compareTo(LATE) > 0) {
            health.withDetail("overdue", overdue.toString());
        }
        return health.build();
    }
}
