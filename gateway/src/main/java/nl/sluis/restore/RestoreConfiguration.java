package nl.sluis.restore;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import nl.sluis.audit.AuditLog;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class RestoreConfiguration {

    /** How long a release, or a replica that took over, may go unnoticed. */
    private static final Duration OFTEN = Duration.ofSeconds(5);

    @Bean
    RestorationStore restorationStore(JdbcClient jdbc) {
        return new RestorationStore(jdbc);
    }

    /** The first look is part of the start: before the node takes up work. */
    @Bean(initMethod = "look")
    Restoration restoration(
            RestorationStore store,
            AuditLog audit,
            RestoreSettings settings,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        return new Restoration(store, audit, settings, transaction, events, clock);
    }

    /** At a fixed rate: a fixed delay would be held up by what else goes by the clock. */
    @Bean
    SchedulingConfigurer restoreClock(Restoration restoration) {
        return tasks -> tasks.addFixedRateTask(new IntervalTask(restoration::look, OFTEN, OFTEN));
    }

    /** Out of service while nothing may go out. */
    @Bean
    HealthIndicator restoreHealthIndicator(Restoration restoration, MeterRegistry metrics) {
        metrics.gauge("sluis.restore.parked", restoration, found -> found.parked() ? 1 : 0);
        return new AbstractHealthIndicator("whether the database was put back cannot be seen") {
            @Override
            protected void doHealthCheck(Health.Builder health) {
                health.up();
                if (restoration.parked()) {
                    health.outOfService();
                    restoration
                            .open()
                            .ifPresent(open -> health.withDetail("restored", open.sign())
                                    .withDetail("since", open.noticedAt().toString()));
                }
            }
        };
    }
}
