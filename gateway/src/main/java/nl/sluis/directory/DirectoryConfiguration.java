package nl.sluis.directory;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import nl.sluis.audit.AuditLog;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.node.NodeSettings;
import nl.sluis.seal.Token;
import nl.sluis.tls.TlsProfile;
import nl.sluis.tls.TlsSettings;
import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

    /** How long before a certificate runs out somebody is to be told. */
    private static final Duration NOTICE = Duration.ofDays(30);

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

    /**
     * Up, with what an operator must see to as details: a refused listing, while the last good one works on, and seal certificates
     * of partners that run out within thirty days or have.
     */
    @Bean
    HealthIndicator directoryHealthIndicator(DirectoryWatch watch, Directory directory, MeterRegistry metrics) {
        metrics.gauge(
                "sluis.directory.running.out",
                directory,
                listed -> listed.runningOut(NOTICE).size());
        return () -> {
            Health.Builder health = Health.up();
            watch.refused().ifPresent(fault -> health.withDetail("refused", fault));
            Map<OrganisationId, LocalDate> days = directory.runningOut(NOTICE);
            if (!days.isEmpty()) {
                health.withDetail(
                        "runningOut",
                        days.entrySet().stream()
                                .map(each -> each.getKey() + " " + each.getValue())
                                .toList());
            }
            return health.build();
        };
    }

    @Bean
    NodeBundle nodeBundle(NodeSettings self, Token token, TlsSettings tls) {
        return new NodeBundle(self.tls(), token, tls);
    }

    /** Under the name that {@code server.ssl.bundle} has. */
    @Bean
    SslBundleRegistrar ownCertificate(NodeBundle bundle) {
        return registry -> registry.registerBundle(TlsProfile.BUNDLE, bundle.read());
    }

    @Bean
    TlsWatch tlsWatch(
            SslBundleRegistry bundles,
            NodeBundle files,
            NodeSettings self,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        return new TlsWatch(bundles, files, self, audit, transaction, clock);
    }

    @Bean
    SchedulingConfigurer tlsClock(TlsWatch watch, DirectorySettings settings) {
        return tasks -> tasks.addFixedRateTask(watch::look, settings.lookAgain());
    }

    /** Up, with what is offered, where that is weaker than the guideline, and the alarm when the files for TLS are refused. */
    @Bean
    HealthIndicator tlsHealthIndicator(TlsWatch watch, TlsProfile profile, MeterRegistry metrics) {
        metrics.gauge("sluis.tls.refused", watch, looked -> looked.refused().isPresent() ? 1 : 0);
        return () -> {
            Health.Builder health =
                    Health.up().withDetail("versions", profile.versions()).withDetail("groups", profile.groups());
            if (!profile.weaker().isEmpty()) {
                health.withDetail("weaker", profile.weaker());
            }
            watch.refused().ifPresent(fault -> health.withDetail("refused", fault));
            return health.build();
        };
    }
}
