package nl.sluis.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.household.Households;
import nl.sluis.storage.TestDataKeys;
import nl.sluis.testing.Family;
import nl.sluis.testing.Journal;
import nl.sluis.testing.TestDatabase;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

class FeedStreamTest {

    private static final FeedQuery ALL = new FeedQuery(Cursor.START, null, 2);

    private final FeedSignal signal = new FeedSignal();
    private final Journal reads = new Journal();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private DataSource dataSource;
    private Feed feed;

    @BeforeEach
    void start() {
        dataSource = TestDatabase.migrated();
        JdbcClient jdbc = JdbcClient.create(dataSource);
        feed = new Feed(
                jdbc,
                new Households(jdbc, TestDataKeys.atRest(jdbc)),
                Object::toString,
                (item, household, message, at) -> {});
    }

    @AfterEach
    void stop() {
        signal.close();
    }

    @Test
    void findsWhatNoSignalAnnouncedAndSaysThatItIsAlive() {
        follow(Duration.ofMillis(50));
        patiently().until(() -> text().contains(":\n\n"));

        add();

        patiently().untilAsserted(() -> assertThat(text()).contains("event: item\ndata: een\ndata: twee\n\n"));
    }

    @Test
    void endsWhenTheNodeStops() {
        Thread reader = follow(Duration.ofMinutes(5));
        patiently().until(() -> signal.waiting() == 1);

        signal.close();

        patiently().until(() -> !reader.isAlive());
    }

    @Test
    void readsMoreThanOnePageWithoutWaiting() {
        add();
        add();
        add();

        follow(Duration.ofMinutes(5));

        patiently()
                .untilAsserted(() ->
                        assertThat(text().lines().filter("event: item"::equals)).hasSize(3));
    }

    @Test
    void goesOnPastAnItemThatCannotBeReadAndSaysThatItIsThere() {
        add();
        add();
        add();
        JdbcClient jdbc = JdbcClient.create(dataSource);
        String spoiled = jdbc.sql("SELECT id::text FROM feed_item ORDER BY position OFFSET 1 LIMIT 1")
                .query(String.class)
                .single();
        jdbc.sql("UPDATE feed_item SET content = 'x' WHERE id = ?::uuid")
                .param(spoiled)
                .update();

        follow(Duration.ofMinutes(5));

        patiently()
                .untilAsserted(() ->
                        assertThat(text().lines().filter("event: item"::equals)).hasSize(2));
        assertThat(text()).containsOnlyOnce("event: unreadable\ndata: " + spoiled);
    }

    @Test
    void listensAgainAfterItsConnectionWasLostAndLooksForWhatItMissed() {
        FeedListener listener = new FeedListener(dataSource, signal);
        listener.start();
        try {
            patiently().until(() -> signal.count() == 1);
            follow(Duration.ofMinutes(5));
            JdbcClient.create(dataSource)
                    .sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                            + " AND query LIKE 'LISTEN%'")
                    .query(Boolean.class)
                    .single();
            add();

            patiently().untilAsserted(() -> assertThat(text()).contains("event: item"));
            patiently().until(() -> signal.waiting() == 1 && signal.count() >= 2);
            add();
            patiently()
                    .untilAsserted(() -> assertThat(text().lines().filter("event: item"::equals))
                            .hasSize(2));
        } finally {
            listener.stop();
        }
        assertThat(listener.isRunning()).isFalse();
    }

    @Test
    void endsAfterItsLongestTimeSoThatWhoeverComesBackIsLookedAtAnew() throws InterruptedException {
        Thread reader = follow(Duration.ofMillis(10), Duration.ofMillis(50));
        assertThat(reader.join(Duration.ofMinutes(1))).isTrue();
    }

    @Test
    void sendsNothingThatCannotBeWrittenDown() {
        add();
        reads.fill();
        stop();

        assertThatIllegalStateException()
                .isThrownBy(() -> new FeedReads(feed, reads, Viewer.Organisation::new).page(ALL));
        assertThatIllegalStateException()
                .isThrownBy(() -> new FeedReads(feed, reads, Viewer.Organisation::new).latest(null, 1));
    }

    @Test
    void oneEntryAPageSaysWhichItemsWereReadAndNoneThatThereWasNothing() {
        FeedReads read = new FeedReads(feed, reads, Viewer.Organisation::new);
        read.page(ALL);
        add();
        add();
        add();
        FeedPage page = read.page(ALL);
        Cursor end = read.page(ALL.from(page.next())).next();
        read.page(ALL.from(end));
        read.latest(UUID.randomUUID(), 5);

        assertThat(reads.audited()).hasSize(3);
        assertThat(reads.audited().getFirst()).startsWith("feed.read").contains("count=2", "first=", "last=", "items=");
        assertThat(reads.audited().getLast()).contains("count=0", "household=");
    }

    private Thread follow(Duration heartbeat) {
        return follow(heartbeat, Duration.ofHours(1));
    }

    private Thread follow(Duration heartbeat, Duration longest) {
        FeedStream stream =
                new FeedStream(new FeedReads(feed, reads, Viewer.Organisation::new), signal, heartbeat, longest);
        return Thread.ofVirtual().start(() -> stream.write(ALL, item -> "een\ntwee", response));
    }

    private void add() {
        new TransactionTemplate(new DataSourceTransactionManager(dataSource))
                .executeWithoutResult(status -> feed.add(Family.concern("x").build(), Instant.EPOCH));
    }

    private String text() {
        try {
            return response.getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A busy machine is no fault of the feed. */
    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(1));
    }
}
