package nl.sluis.channel;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.jdbc.channel.PostgresChannelMessageTableSubscriber;
import org.springframework.integration.jdbc.store.JdbcChannelMessageStore;
import org.springframework.integration.jdbc.store.channel.PostgresChannelMessageStoreQueryProvider;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {

    private static final Duration WAKE = Duration.ofSeconds(5);
    private static final Duration CONNECT_AGAIN = Duration.ofSeconds(1);

    @Bean
    JdbcChannelMessageStore channelMessageStore(DataSource dataSource, ChannelSettings settings) {
        if (dataSource instanceof HikariDataSource pool) {
            settings.require(pool.getMaximumPoolSize());
        }
        JdbcChannelMessageStore store = new JdbcChannelMessageStore(dataSource);
        store.setPriorityEnabled(true);
        store.setChannelMessageStoreQueryProvider(new PostgresChannelMessageStoreQueryProvider());
        store.setMessageRowMapper(new ReadableRow());
        return store;
    }

    @Bean
    PostgresChannelMessageTableSubscriber channelSubscriber(JdbcConnectionDetails database) {
        return new PostgresChannelMessageTableSubscriber(new ListeningConnection(database, CONNECT_AGAIN));
    }

    @Bean
    WorkChannel outboxChannel(
            JdbcChannelMessageStore store,
            PostgresChannelMessageTableSubscriber subscriber,
            PlatformTransactionManager transactions,
            ChannelSettings settings) {
        return new WorkChannel("outbox", settings.outboxWorkers(), store, subscriber, transactions);
    }

    @Bean
    WorkChannel acuteChannel(
            JdbcChannelMessageStore store,
            PostgresChannelMessageTableSubscriber subscriber,
            PlatformTransactionManager transactions,
            ChannelSettings settings) {
        return new WorkChannel("outbox-acute", settings.acuteWorkers(), store, subscriber, transactions);
    }

    @Bean
    WorkChannel inboxChannel(
            JdbcChannelMessageStore store,
            PostgresChannelMessageTableSubscriber subscriber,
            PlatformTransactionManager transactions,
            ChannelSettings settings) {
        return new WorkChannel("inbox", settings.inboxWorkers(), store, subscriber, transactions);
    }

    /** One worker: it does its work in the transaction of its place in the queue, and so holds one connection and not two. */
    @Bean
    WorkChannel webhookChannel(
            JdbcChannelMessageStore store,
            PostgresChannelMessageTableSubscriber subscriber,
            PlatformTransactionManager transactions) {
        return new WorkChannel("webhook", 1, store, subscriber, transactions);
    }

    /** The net under the notifications, in every process: one query a channel. */
    @Bean
    SchedulingConfigurer wakeChannels(List<WorkChannel> channels) {
        return tasks -> tasks.addFixedRateTask(() -> channels.forEach(WorkChannel::wake), WAKE);
    }
}
