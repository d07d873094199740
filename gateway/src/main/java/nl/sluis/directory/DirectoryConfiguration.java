package nl.sluis.directory;

import io.micrometer.core.instrument.MeterRegistry;
import nl.sluis.audit.AuditLog;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

    @Bean
    DirectoryWatch directoryWatch(
            Directory directory,
            DirectorySettings settings,
            AuditLog audit,
            TransactionTemplate transaction,
            MeterRegistry metrics) {
        DirectoryWatch watch = new DirectoryWatch(directory, settings, audit, transaction);
        metrics.gauge(
                "sluis.directory.refused", watch, looked -> looked.refused().isPresent() ? 1 : 0);
        return watch;
    }

    /** At a fixed rate: a fixed delay would be held up by what else goes by the clock. */
    @Bean
    SchedulingConfigurer directoryClock(DirectoryWatch watch, DirectorySettings settings) {
        return tasks -> tasks.addFixedRateTask(watch::look, settings.lookAgain());
    }

    /** Up, with the alarm as a detail, when the listing in the file is refused: the last good one works on. */
    @Bean
    HealthIndicator directoryHealthIndicator(DirectoryWatch watch) {
        return () -> watch.refused()
                .map(fault -> Health.up().withDetail("refused", fault).build())
                .orElseGet(() -> Health.up().build());
    }
}
