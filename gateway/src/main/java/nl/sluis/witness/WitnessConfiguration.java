package nl.sluis.witness;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import nl.sluis.audit.AuditLog;
import nl.sluis.audit.AuditTree;
import nl.sluis.checkpoint.Checkpoint;
import nl.sluis.checkpoint.CheckpointSettings;
import nl.sluis.checkpoint.Checkpoints;
import nl.sluis.directory.Directory;
import nl.sluis.directory.PinnedTls;
import nl.sluis.node.NodeSettings;
import nl.sluis.restore.Restoration;
import nl.sluis.seal.Notary;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class WitnessConfiguration {

    /** A little after the first checkpoint. */
    private static final Duration FIRST = Duration.ofSeconds(15);

    @Bean
    Disputes disputes(JdbcClient jdbc, AuditLog audit) {
        return new Disputes(jdbc, audit);
    }

    @Bean
    WitnessDesk witnessDesk(JdbcClient jdbc, Disputes disputes, Notary notary, Clock clock) {
        return new WitnessDesk(new WitnessedStore(jdbc), disputes, notary, clock);
    }

    @Bean
    Witnessing.Log witnessedLog(Checkpoints checkpoints, AuditTree tree, Notary notary, NodeSettings node) {
        return new Witnessing.Log(checkpoints, tree, notary, Checkpoint.originOf(node.oin()));
    }

    @Bean
    Witnessing.Surroundings witnessSurroundings(
            CheckpointSettings settings, TransactionTemplate transaction, Clock clock, Restoration restoration) {
        return new Witnessing.Surroundings(settings.witnessIds(), transaction, clock, restoration::parked);
    }

    @Bean
    Witnessing witnessing(
            Witnessing.Log log,
            Directory directory,
            PinnedTls tls,
            Disputes disputes,
            Witnessing.Surroundings surroundings) {
        return new Witnessing(log, directory::find, new WitnessClient(tls), disputes, surroundings);
    }

    /** At a fixed rate: a fixed delay would be held up by what else goes by the clock. */
    @Bean
    SchedulingConfigurer witnessClock(Witnessing witnessing, CheckpointSettings settings) {
        return tasks -> tasks.addFixedRateTask(
                new IntervalTask(witnessing::look, settings.checkpointEvery(), settings.first(FIRST)));
    }

    /** Up, with the alarms as details: what people must look into does not stop messages. */
    @Bean
    HealthIndicator witnessHealthIndicator(Witnessing witnessing, Disputes disputes, MeterRegistry metrics) {
        metrics.gauge("sluis.audit.disputes", disputes, found -> found.open().size());
        return new AbstractHealthIndicator("disputes cannot be read") {
            @Override
            protected void doHealthCheck(Health.Builder health) {
                health.up();
                Map<String, String> open = new TreeMap<>();
                disputes.open()
                        .forEach(found -> open.put(
                                (found.own() ? "by " : "of ") + found.partner().value(),
                                found.sort() + " since " + found.noticedAt()));
                if (!open.isEmpty()) {
                    health.withDetail("disputed", open);
                }
                Map<String, String> silent = new TreeMap<>();
                witnessing.silent().forEach((witness, code) -> silent.put(witness.value(), code));
                if (!silent.isEmpty()) {
                    health.withDetail("silent", silent);
                }
            }
        };
    }
}
