package nl.sluis.access;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import nl.sluis.node.NodeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

@Configuration(proxyBeanMethods = false)
class CertificateConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(OwnCertificates.class);

    @Bean
    OwnCertificates ownCertificates(
            NodeSettings node, AccessSettings access, CertificateSettings settings, Clock clock) {
        return new OwnCertificates(node.tls(), node.keys(), access, settings, clock);
    }

    /** Once a day, and at the start. */
    @Bean
    SchedulingConfigurer certificateClock(OwnCertificates certificates) {
        return tasks -> tasks.addFixedRateTask(
                () -> certificates
                        .runningOut()
                        .forEach((key, day) -> LOG.warn("a certificate runs out on {}: {}", day, key)),
                Duration.ofDays(1));
    }

    /** Up, with which run out as details. */
    @Bean
    HealthIndicator certificatesHealthIndicator(OwnCertificates certificates, MeterRegistry metrics) {
        Gauge.builder(
                        "sluis.certificates.running.out",
                        certificates,
                        own -> own.runningOut().size())
                .description("Certificates of the own organisation that run out soon, or have")
                .register(metrics);
        return () -> {
            Health.Builder health = Health.up();
            Map<String, LocalDate> days = certificates.runningOut();
            if (!days.isEmpty()) {
                health.withDetail("runningOut", days);
            }
            return health.build();
        };
    }
}
