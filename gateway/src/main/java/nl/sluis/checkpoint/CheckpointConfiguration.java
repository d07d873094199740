package nl.sluis.checkpoint;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import nl.sluis.audit.AuditTree;
import nl.sluis.node.NodeSettings;
import nl.sluis.restore.Restoration;
import nl.sluis.seal.DetachedSignature;
import nl.sluis.seal.Notary;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
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
        return tasks -> tasks.addFixedRateTask(
                new IntervalTask(checkpointing::look, settings.checkpointEvery(), settings.first(FIRST)));
    }

    /** Nobody is asked when no authority is configured. */
    @Bean
    @ConditionalOnProperty("sluis.audit.timestamp.url")
    TimeStamping timeStamping(Checkpoints checkpoints, CheckpointSettings settings, Clock clock) throws IOException {
        CheckpointSettings.TimeStampSettings authority = requireNonNull(settings.timestamp());
        return new TimeStamping(
                checkpoints,
                authority.url(),
                DetachedSignature.certificates(authority.trust()),
                authority.every(),
                clock);
    }

    @Bean
    SchedulingConfigurer timestampClock(ObjectProvider<TimeStamping> stamping, CheckpointSettings settings) {
        return tasks -> stamping.ifAvailable(found ->
                tasks.addFixedRateTask(new IntervalTask(found::look, settings.checkpointEvery(), STAMP_FIRST)));
    }

    @Bean
    HealthIndicator auditHealthIndicator(
            Checkpointing checkpointing,
            Checkpoints checkpoints,
            ObjectProvider<TimeStamping> stamping,
            MeterRegistry metrics) {
        Optional<TimeStamping> found = Optional.ofNullable(stamping.getIfAvailable());
        metrics.gauge(
                "sluis.audit.broken", checkpointing, looked -> looked.fault().isPresent() ? 1 : 0);
        found.ifPresent(asked -> metrics.gauge(
                "sluis.audit.unstamped", asked, looked -> looked.fault().isPresent() ? 1 : 0));
        return new AuditHealth(checkpointing, checkpoints, found);
    }
}
