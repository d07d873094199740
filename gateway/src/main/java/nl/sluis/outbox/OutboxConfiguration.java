package nl.sluis.outbox;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.audit.AuditLog;
import nl.sluis.directory.Directory;
import nl.sluis.restore.Restoration;
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
            Preparing preparing,
            PatientExchange exchange,
            Places places,
            AttemptLog log,
            PlatformTransactionManager transactions) {
        return new Dispatcher(store, preparing, exchange, places, log, transactions);
    }

    @Bean
    Preparing preparing(List<Preparation> preparations, Directory directory, Sealer sealer) {
        return new Preparing(preparations, new Preparing.PlainSealing(directory, sealer));
    }

    @Bean
    PatientExchange patientExchange(ExchangeClient client, Attempts attempts, OutboxSettings settings) {
        return new PatientExchange(new NotedExchange(client, attempts), settings, new SteadyClock());
    }

    @Bean
    Places places(OutboxSettings settings) {
        return new Places(settings);
    }

    @Bean
    AttemptLog attemptLog(
            OutgoingStore store,
            Queue queue,
            WithdrawalNotices notices,
            Cancellations cancellations,
            Alarms alarms,
            AuditLog audit) {
        return new AttemptLog(store, queue, notices, cancellations, alarms, audit);
    }

    @Bean
    Clockwork clockwork(
            Queue queue,
            Terms terms,
            PatientExchange exchange,
            Places places,
            Restoration restoration,
            PlatformTransactionManager transactions) {
        return new Clockwork(
                queue,
                terms,
                () -> Stream.concat(exchange.silent().stream(), places.full().stream())
                        .collect(Collectors.toSet()),
                restoration::parkedNow,
                transactions);
    }

    /** At a fixed rate, on a thread of its own: all that has a fixed delay shares one thread, and waits for the slowest. */
    @Bean
    SchedulingConfigurer retryClock(Clockwork clockwork) {
        return (ScheduledTaskRegistrar tasks) -> tasks.addFixedRateTask(clockwork::tick, TICK);
    }

    /** Work starts when the node is ready, not before. */
    @Bean
    OutboxStart outboxStart(OutboxLanes lanes, Dispatcher dispatcher, Restoration restoration) {
        return new OutboxStart(lanes, dispatcher, restoration);
    }

    record OutboxStart(OutboxLanes lanes, Dispatcher dispatcher, Restoration restoration) {
        @EventListener(ApplicationReadyEvent.class)
        void start() {
            lanes.work(this::attempt);
        }

        // What is not attempted while nothing may go out is put in again by TakenUpAgain
        private void attempt(String reference) {
            if (!restoration.parked()) {
                dispatcher.attempt(reference);
            }
        }
    }
}
