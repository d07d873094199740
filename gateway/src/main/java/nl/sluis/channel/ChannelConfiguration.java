package nl.sluis.channel;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.PgConnection;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.jdbc.channel.PostgresChannelMessageTableSubscriber;
import org.springframework.integration.jdbc.store.JdbcChannelMessageStore;
import org.springframework.integration.jdbc.store.channel.PostgresChannelMessageStoreQueryProvider;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {

    /** Each unit of work holds two connections: one for its place in the queue, one for the work. */
    private static final int PARALLEL = 3;

    @Bean
    JdbcChannelMessageStore channelMessageStore(DataSource dataSource) {
        JdbcChannelMessageStore store = new JdbcChannelMessageStore(dataSource);
        store.setChannelMessageStoreQueryProvider(new PostgresChannelMessageStoreQueryProvider());
        store.addAllowedPatterns("java.util.*", "java.lang.*", "org.springframework.*");
        return store;
    }

    @Bean
    PostgresChannelMessageTableSubscriber channelSubscriber(JdbcConnectionDetails database) {
        return new PostgresChannelMessageTableSubscriber(() -> listener(database));
    }

    @Bean
    WorkChannel outboxChannel(
            JdbcChannelMessageStore store,
            PostgresChannelMessageTableSubscriber subscriber,
            PlatformTransactionManager transactions) {
        return new WorkChannel("outbox", PARALLEL, store, subscriber, transactions);
    }

    @Bean
    WorkChannel inboxChannel(
            JdbcChannelMessageStore store,
            PostgresChannelMessageTableSubscriber subscriber,
            PlatformTransactionManager transactions) {
        return new WorkChannel("inbox", PARALLEL, store, subscriber, transactions);
    }

    // LISTEN needs a connection of its own, outside the pool
    private static PgConnection listener(JdbcConnectionDetails database) throws SQLException {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, database.getUsername());
        PGProperty.PASSWORD.set(properties, database.getPassword());
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        return DriverManager.getConnection(database.getJdbcUrl(), properties).unwrap(PgConnection.class);
    }
}
