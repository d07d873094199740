package nl.sluis.storage;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import nl.sluis.audit.AuditLog;
import nl.sluis.seal.AtRest;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class RotationConfiguration {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration OFTEN = Duration.ofMinutes(10);

    @Bean
    StorageRotation storageRotation(
            Reencryption reencryption,
            AtRest atRest,
            AuditLog audit,
            TransactionTemplate transaction,
            MeterRegistry metrics) {
        StorageRotation rotation = new StorageRotation(reencryption, atRest, audit, transaction);
        Gauge.builder("sluis.storage.under.earlier.keys", rotation, StorageRotation::left)
                .description("Values under an earlier storage key; -1 before the first look")
                .register(metrics);
        return rotation;
    }

    /** At a fixed rate: with a fixed delay a long look would hold up what else goes by the clock. */
    @Bean
    SchedulingConfigurer rotationClock(StorageRotation rotation) {
        return tasks -> tasks.addFixedRateTask(new IntervalTask(rotation::look, OFTEN, FIRST));
    }

    /** Always up: an unfinished rotation is no fault. */
    @Bean
    HealthIndicator storageKeyHealthIndicator(StorageRotation rotation, AtRest atRest) {
        return () -> Health.up()
                .withDetail("key", atRest.keyIdentity())
                .withDetail("underEarlierKeys", rotation.left())
                .build();
    }
}
