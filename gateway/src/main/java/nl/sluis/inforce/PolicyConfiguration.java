package nl.sluis.inforce;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.sluis.audit.AuditLog;
import nl.sluis.node.NodeSettings;
import nl.sluis.policy.PolicyDecisionPoint;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    @Bean(initMethod = "start")
    SetKeeper setKeeper(
            PolicySettings settings,
            NodeSettings node,
            AcceptedSetStore store,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        PolicyCheck.requireTrust(settings, node);
        return new SetKeeper(settings, new SetKeeper.Stored(store, audit, transaction), clock);
    }

    @Bean
    PolicyDecisionPoint policyDecisionPoint(SetKeeper keeper) {
        return new PolicyDecisionPoint(keeper);
    }

    @Bean
    Shadow shadow(ShadowDifferenceStore store, MeterRegistry metrics, PlatformTransactionManager transactions) {
        return new Shadow(store, metrics, transactions);
    }

    @Bean
    SetWatch setWatch(PolicySettings settings, SetKeeper keeper, Shadow shadow, MeterRegistry metrics) {
        metrics.gauge("sluis.policy.refused", keeper, kept -> kept.refused().isEmpty() ? 0 : 1);
        Path shadowed = settings.shadow();
        List<Path> folders =
                Stream.of(settings.set(), shadowed).filter(Objects::nonNull).toList();
        return new SetWatch(folders, settings.lookAgain(), () -> {
            keeper.look();
            if (shadowed != null) {
                shadow.look(shadowed);
            }
        });
    }

    @Bean
    HealthIndicator policySetHealthIndicator(SetKeeper keeper, Clock clock) {
        return new PolicyHealth(keeper, clock);
    }
}
