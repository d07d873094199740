package nl.sluis.retention;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.sluis.restore.Restoration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

    /** First look well after the start: a node that comes up has other things to do. */
    private static final Duration FIRST = Duration.ofSeconds(30);

    private static final Duration OFTEN = Duration.ofMinutes(1);

    @Bean
    RetentionRun retentionRun(
            List<Perishable.Owner> owners,
            Destruction destruction,
            RunStore runs,
            RetentionSettings settings,
            RetentionRun.Surroundings surroundings) {
        List<Perishable> all =
                owners.stream().flatMap(owner -> owner.perishables().stream()).toList();
        return new RetentionRun(all, destruction, runs, settings, surroundings);
    }

    @Bean
    RetentionRun.Surroundings retentionSurroundings(
            TransactionTemplate transaction, MeterRegistry metrics, Clock clock, Restoration restoration) {
        return new RetentionRun.Surroundings(transaction, metrics, clock, restoration::parkedNow);
    }

    /** At a fixed rate: with a fixed delay a long run would hold up what else goes by the clock. */
    @Bean
    SchedulingConfigurer retentionClock(RetentionRun run) {
        return tasks -> tasks.addFixedRateTask(new IntervalTask(run::look, OFTEN, FIRST));
    }

    @Bean
    HealthIndicator retentionHealthIndicator(RetentionRun run, RunStore runs, MeterRegistry metrics) {
        metrics.gauge(
                "sluis.retention.overdue.seconds", run, late -> late.overdue().toSeconds());
        return new RetentionHealth(run, runs);
    }
}
