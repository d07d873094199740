package nl.sluis.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import nl.sluis.audit.AuditLog;
import nl.sluis.feed.Feed;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class WatchConfiguration {

    @Bean
    FeedWatch feedWatch(Feed feed, WatchStore store, AuditLog audit, TransactionTemplate transactions, Clock clock) {
        return new FeedWatch(feed, store, audit, transactions, clock);
    }

    @Bean
    FeedRounds feedRounds(FeedWatch watch, List<ItemReader> readers) {
        return new FeedRounds(watch, readers);
    }

    /** Up, with what an operator must see to: items that cannot be read, and readers that do not come to an end. */
    @Bean
    HealthIndicator feedWatchHealthIndicator(FeedWatch watch, MeterRegistry metrics) {
        Gauge.builder("sluis.feed.unread", watch, FeedWatch::unread)
                .description("Items that nobody could look at since they cannot be read")
                .register(metrics);
        return new AbstractHealthIndicator("what was not looked at cannot be counted") {
            @Override
            protected void doHealthCheck(Health.Builder health) {
                health.up();
                long unread = watch.unread();
                if (unread > 0) {
                    health.withDetail("unread", unread);
                }
                Set<String> failing = watch.failing();
                if (!failing.isEmpty()) {
                    health.withDetail("failing", failing);
                }
            }
        };
    }
}
