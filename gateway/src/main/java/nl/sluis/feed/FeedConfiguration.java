package nl.sluis.feed;

import java.time.Clock;
import javax.sql.DataSource;
import nl.sluis.access.CurrentCaller;
import nl.sluis.audit.AuditLog;
import nl.sluis.audit.ReadLog;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.followup.FollowupSettings;
import nl.sluis.household.Households;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

    @Bean
    Feed feed(
            JdbcClient jdbc,
            Households households,
            ObjectProvider<SourceNames> names,
            ArrivalTasks arrival,
            ObjectProvider<ItemNews> news) {
        ItemNews told = news.getIfAvailable(() -> ItemNews.NOBODY);
        return new Feed(
                jdbc, households, names.getIfAvailable(() -> OrganisationId::value), (item, household, message, at) -> {
                    arrival.arrived(item, household, message, at);
                    told.happened(item, ItemNews.What.ARRIVED);
                });
    }

    @Bean
    WorkRows workRows(JdbcClient jdbc, Households households) {
        return new WorkRows(jdbc, households);
    }

    @Bean
    FeedWork.Rest workRest(FollowupSettings settings, AuditLog audit, Clock clock, ObjectProvider<ItemNews> news) {
        return new FeedWork.Rest(settings, audit, clock, news.getIfAvailable(() -> ItemNews.NOBODY));
    }

    @Bean
    FeedSignal feedSignal() {
        return new FeedSignal();
    }

    @Bean
    FeedListener feedListener(DataSource dataSource, FeedSignal signal) {
        return new FeedListener(dataSource, signal);
    }

    @Bean
    FeedReads feedReads(Feed feed, ReadLog log) {
        return new FeedReads(feed, log, () -> Viewer.of(CurrentCaller.get()));
    }

    @Bean
    FeedStream feedStream(FeedReads reads, FeedSignal signal, FeedSettings settings) {
        return new FeedStream(reads, signal, settings.heartbeat(), settings.longest());
    }
}
