package nl.sluis.channel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.sql.DriverManager;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.jdbc.PgConnection;
import org.springframework.integration.jdbc.channel.PostgresChannelMessageTableSubscriber;
import org.springframework.integration.jdbc.store.JdbcChannelMessageStore;
import org.springframework.integration.jdbc.store.channel.PostgresChannelMessageStoreQueryProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.messaging.Message;

/** A real channel for tests, on a database with the product's migrations. */
public final class TestChannel implements AutoCloseable {

    private final DriverManagerDataSource database;
    private final PostgresChannelMessageTableSubscriber subscriber;
    private final WorkChannel channel;
    private final String name;

    /** Nothing listens before {@link #start()}. */
    public TestChannel(String name, DataSource database) {
        this(name, database, 2);
    }

    /** One with so many workers. */
    TestChannel(String name, DataSource database, int workers) {
        this.name = name;
        this.database = (DriverManagerDataSource) database;
        JdbcChannelMessageStore store = new JdbcChannelMessageStore(database);
        store.setChannelMessageStoreQueryProvider(new PostgresChannelMessageStoreQueryProvider());
        store.setPriorityEnabled(true);
        store.setMessageRowMapper(new ReadableRow());
        store.afterPropertiesSet();
        this.subscriber = new PostgresChannelMessageTableSubscriber(
                () -> DriverManager.getConnection(this.database.getUrl(), "postgres", "postgres")
                        .unwrap(PgConnection.class));
        this.channel = new WorkChannel(name, workers, store, subscriber, new JdbcTransactionManager(database));
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

    /** Takes out every reference that waits, of any channel of this database. */
    public List<String> references() {
        JdbcClient jdbc = JdbcClient.create(database);
        List<byte[]> messages = jdbc.sql("DELETE FROM int_channel_message RETURNING message_content")
                .query((row, i) -> row.getBytes(1))
                .list();
        return messages.stream().map(TestChannel::reference).toList();
    }

    private static String reference(byte[] message) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(message))) {
            return (String) ((Message<?>) in.readObject()).getPayload();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("no message of a channel", e);
        }
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
