package nl.sluis.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import nl.sluis.channel.WorkChannel;
import nl.sluis.node.NodeSettings;
import nl.sluis.node.OneAtATime;
import nl.sluis.restore.Restoration;
import nl.sluis.tls.TlsProfile;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    private static final Duration TICK = Duration.ofSeconds(1);

    /** What an operator still has to hear of. */
    private static final Duration A_DAY = Duration.ofDays(1);

    @Bean
    Subscriptions webhookSubscriptions(WebhookSettings settings) {
        return new Subscriptions(settings);
    }

    /** Those that get CloudEvents, and whoever speaks another language. */
    @Bean
    Receivers noticeReceivers(
            Subscriptions subscriptions, WebhookClient client, NodeSettings self, ObjectProvider<Receiver> others) {
        EventWriter events = new EventWriter(self);
        return new Receivers(
                subscriptions.all().stream()
                        .<Receiver>map(webhook -> new Hook(webhook, client, events))
                        .toList(),
                others.stream().toList());
    }

    @Bean
    NoticeRows webhookNoticeRows(JdbcClient jdbc) {
        return new NoticeRows(jdbc);
    }

    @Bean
    Notices webhookNotices(
            Receivers receivers, NoticeRows rows, @Qualifier("webhookChannel") WorkChannel channel, Clock clock) {
        return new Notices(receivers, rows, channel::put, clock);
    }

    @Bean
    WebhookClient webhookClient(TlsProfile profile, SslBundles bundles) {
        return new WebhookClient(() -> {
            SslBundle own = bundles.getBundle(TlsProfile.BUNDLE);
            return profile.forCalls(own, own.getManagers().getTrustManagers());
        });
    }

    @Bean
    NoticeWorker webhookWorker(Receivers receivers, NoticeRows rows, Clock clock) {
        return new NoticeWorker(receivers, rows, clock);
    }

    /** Puts what is due into the channel, in every process: by one index, which is empty while nothing waits. */
    @Bean
    SchedulingConfigurer webhookClock(
            NoticeRows rows,
            @Qualifier("webhookChannel") WorkChannel channel,
            TransactionTemplate transactions,
            Restoration restoration,
            Clock clock) {
        OneAtATime underWay = new OneAtATime();
        return tasks -> tasks.addFixedRateTask(
                () -> underWay.run(() -> transactions.executeWithoutResult(status -> {
                    if (!restoration.parked()) {
                        rows.due(clock.instant()).forEach(notice -> channel.put(notice.reference()));
                    }
                })),
                TICK);
    }

    /** Work starts when the node is ready, not before. */
    @Bean
    WebhookStart webhookStart(
            @Qualifier("webhookChannel") WorkChannel channel, NoticeWorker worker, Restoration restoration) {
        return new WebhookStart(channel, worker, restoration);
    }

    record WebhookStart(WorkChannel channel, NoticeWorker worker, Restoration restoration) {
        @EventListener(ApplicationReadyEvent.class)
        void start() {
            channel.work(this::attempt);
        }

        // What is not tried while nothing may go out is put in again by the clock
        private void attempt(String reference) {
            if (!restoration.parked()) {
                worker.attempt(reference);
            }
        }
    }

    /** Up, with what waits for each system and what was given up in the last day. */
    @Bean
    HealthIndicator webhooksHealthIndicator(NoticeRows rows, MeterRegistry metrics, Clock clock) {
        Gauge.builder("sluis.webhooks.waiting", rows, NoticeRows::waiting)
                .description("Notices that own systems have not taken yet")
                .register(metrics);
        Gauge.builder(
                        "sluis.webhooks.failed",
                        rows,
                        each -> each.failedSince(clock.instant().minus(A_DAY)))
                .description("Notices to own systems that were given up in the last day")
                .register(metrics);
        return new AbstractHealthIndicator("the notices cannot be counted") {
            @Override
            protected void doHealthCheck(Health.Builder health) {
                health.up();
                rows.standings(clock.instant().minus(A_DAY))
                        .forEach(standing -> health.withDetail(
                                standing.subscription(),
                                Map.of(
                                        "waiting", standing.waiting(),
                                        "failed", standing.failed(),
                                        "codes", standing.codes())));
            }
        };
    }
}
