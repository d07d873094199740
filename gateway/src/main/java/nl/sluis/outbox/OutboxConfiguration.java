package nl.sluis.outbox;

import java.time.Clock;
import java.time.Duration;
import nl.sluis.audit.AuditLog;
import nl.sluis.channel.WorkChannel;
import nl.sluis.directory.Directory;
import nl.sluis.seal.Sealer;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class OutboxConfiguration {

    private static final Duration TICK = Duration.ofMillis(500);

    @Bean
    Dispatcher dispatcher(
            OutgoingStore store,
            Preparation preparation,
            Dispatcher.PlainSealing plain,
            ExchangeClient client,
            Dispatcher.AttemptLog log,
            PlatformTransactionManager transactions) {
        Exchange exchange = new PatientExchange(client, log.settings().firstRetry(), log.clock());
        return new Dispatcher(store, preparation, plain, exchange, log, transactions);
    }

    @Bean
    Dispatcher.PlainSealing plainSealing(Directory directory, Sealer sealer) {
        return new Dispatcher.PlainSealing(directory, sealer);
    }

    @Bean
    Dispatcher.AttemptLog attemptLog(
            OutgoingStore store,
            WorkChannel outboxChannel,
            WithdrawalNotices notices,
            AuditLog audit,
            OutboxSettings settings,
            Clock clock) {
        return new Dispatcher.AttemptLog(store, outboxChannel, notices, audit, settings, clock);
    }

    @Bean
    SchedulingConfigurer retryClock(
            OutgoingStore store, WorkChannel outboxChannel, PlatformTransactionManager transactions) {
        Dispatcher.Clockwork clockwork = new Dispatcher.Clockwork(store, outboxChannel, transactions);
        return (ScheduledTaskRegistrar tasks) -> tasks.addFixedDelayTask(clockwork::tick, TICK);
    }

    /** Work starts when the node is ready, not before. */
    @Bean
    OutboxStart outboxStart(WorkChannel outboxChannel, Dispatcher dispatcher) {
        return new OutboxStart(outboxChannel, dispatcher);
    }

    record OutboxStart(WorkChannel outboxChannel, Dispatcher dispatcher) {
        @EventListener(ApplicationReadyEvent.class)
        void start() {
            outboxChannel.work(dispatcher::attempt);
        }
    }
}
