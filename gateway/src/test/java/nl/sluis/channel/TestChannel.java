package nl.sluis.channel;

import java.sql.DriverManager;
import javax.sql.DataSource;
import org.postgresql.jdbc.PgConnection;
import org.springframework.integration.jdbc.channel.PostgresChannelMessageTableSubscriber;
import org.springframework.integration.jdbc.store.JdbcChannelMessageStore;
import org.springframework.integration.jdbc.store.channel.PostgresChannelMessageStoreQueryProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A real channel for tests, on a database with the product's migrations. */
public final class TestChannel implements AutoCloseable {

    private final DriverManagerDataSource database;
    private final PostgresChannelMessageTableSubscriber subscriber;
    private final WorkChannel channel;
    private final String name;

    /** Nothing listens before {@link #start()}. */
    public TestChannel(String name, DataSource database) {
        this.name = name;
        this.database = (DriverManagerDataSource) database;
        JdbcChannelMessageStore store = new JdbcChannelMessageStore(database);
        store.setChannelMessageStoreQueryProvider(new PostgresChannelMessageStoreQueryProvider());
        store.addAllowedPatterns("java.util.*", "java.lang.*", "org.springframework.*");
        store.afterPropertiesSet();
        this.subscriber = new PostgresChannelMessageTableSubscriber(
                () -> DriverManager.getConnection(this.database.getUrl(), "postgres", "postgres")
                        .unwrap(PgConnection.class));
        this.channel = new WorkChannel(name, 2, store, subscriber, new JdbcTransactionManager(database));
    }

    /** The channel itself. */
    public WorkChannel channel() {
        return channel;
    }

    /** Begins to listen. */
    public void start() {
        subscriber.start();
    }

    /** How many references wait, of any channel of this database. */
    public int waiting() {
        return JdbcClient.create(database)
                .sql("SELECT count(*) FROM int_channel_message")
                .query(Integer.class)
                .single();
    }

    /** Forgets what waits, as when nobody was woken. */
    public void empty() {
        JdbcClient.create(database).sql("DELETE FROM int_channel_message").update();
    }

    @Override
    public void close() {
        subscriber.stop();
        channel.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
