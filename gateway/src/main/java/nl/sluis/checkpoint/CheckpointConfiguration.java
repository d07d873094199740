package nl.sluis.checkpoint;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import nl.sluis.audit.AuditTree;
import nl.sluis.node.NodeSettings;
import nl.sluis.restore.Restoration;
import nl.sluis.seal.DetachedSignature;
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
class CheckpointConfiguration {

    /** A node that comes up has other things to do first. */
    private static final Duration FIRST = Duration.ofSeconds(10);

    /** After the first checkpoint. */
    private static final Duration STAMP_FIRST = Duration.ofSeconds(20);

    @Bean
    AuditTree auditTree(JdbcClient jdbc) {
        return new AuditTree(jdbc);
    }

    @Bean
    Checkpoints checkpoints(JdbcClient jdbc, NodeSettings node) {
        return new Checkpoints(jdbc, Checkpoint.originOf(node.oin()));
    }

    @Bean
    Checkpointing.Surroundings checkpointSurroundings(
            CheckpointSettings settings,
            NodeSettings node,
            TransactionTemplate transaction,
            Clock clock,
            Restoration restoration) {
        return new Checkpointing.Surroundings(
                settings, Checkpoint.originOf(node.oin()), transaction, clock, restoration::parked);
    }

    @Bean
    Checkpointing checkpointing(
            AuditTree tree, Checkpoints checkpoints, Notary notary, Checkpointing.Surroundings surroundings) {
        return new Checkpointing(tree, checkpoints, notary, surroundings);
    }

    /** At a fixed rate: a fixed delay would be held up by what else goes by the clock. */
    @Bean
    SchedulingConfigurer checkpointClock(Checkpointing checkpointing, CheckpointSettings settings) {
        return tasks ->
                tasks.addFixedRateTask(new IntervalTask(checkpointing::look, settings.checkpointEvery(), FIRST));
    }

    /** Nobody is asked when no authority is configured. */
    @Bean
    SchedulingConfigurer timestampClock(Checkpoints checkpoints, CheckpointSettings settings, Clock clock)
            throws IOException {
        CheckpointSettings.TimeStampSettings authority = settings.timestamp();
        if (authority == null) {
            return tasks -> {};
        }
        TimeStamping stamping = new TimeStamping(
                checkpoints,
                authority.url(),
                DetachedSignature.certificates(authority.trust()),
                authority.every(),
                clock);
        return tasks ->
                tasks.addFixedRateTask(new IntervalTask(stamping::look, settings.checkpointEvery(), STAMP_FIRST));
    }

    /** Up, with the alarm as a detail: an organisation's messages do not wait for its evidence to be looked into. */
    @Bean
    HealthIndicator auditHealthIndicator(Checkpointing checkpointing, Checkpoints checkpoints, MeterRegistry metrics) {
        metrics.gauge(
                "sluis.audit.broken", checkpointing, looked -> looked.fault().isPresent() ? 1 : 0);
        return new AbstractHealthIndicator("the audit cannot be read") {
            @Override
            protected void doHealthCheck(Health.Builder health) {
                health.up();
                checkpoints
                        .latest()
                        .ifPresent(last -> health.withDetail(
                                        "checkpoint", last.checkpoint().size())
                                .withDetail("signed", last.signedAt().toString()));
                checkpointing.fault().ifPresent(fault -> health.withDetail("broken", fault));
            }
        };
    }
}
