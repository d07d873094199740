package nl.sluis.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.feed.Feed;
import nl.sluis.feed.FeedItem;
import nl.sluis.household.Households;
import nl.sluis.storage.TestDataKeys;
import nl.sluis.testing.Family;
import nl.sluis.testing.Journal;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every reader sees every item once, whatever happens to one of them. */
class FeedWatchTest {

    private final DataSource database = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final Households households = new Households(jdbc, TestDataKeys.atRest(jdbc));
    private final Feed feed =
            new Feed(jdbc, households, source -> "De Wilgenhof", (item, household, message, at) -> {});
    private final Journal audit = new Journal();
    private final SettableClock clock = new SettableClock(Instant.now());
    private final FeedWatch watch = new FeedWatch(feed, new WatchStore(jdbc), audit, transaction, clock);

    /** Sees items, and fails at one while it is told to. */
    private static final class Eyes implements ItemReader {
        private final String name;
        private final List<UUID> seen = new ArrayList<>();
        private UUID fatal = new UUID(0, 0);

        Eyes(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void read(FeedItem item) {
            seen.add(item.id());
            if (item.id().equals(fatal)) {
                throw new UnsupportedOperationException("told to");
            }
        }
    }

    @Test
    void aReaderThatFailsStaysAtItsItemAndIsSaidToAndHoldsUpNoOther() {
        Eyes failing = new Eyes("failing");
        Eyes other = new Eyes("other");
        UUID first = added();
        UUID second = added();
        failing.fatal = first;

        assertThatThrownBy(() -> watch.look(failing)).isInstanceOf(UnsupportedOperationException.class);
        watch.look(other);

        assertThat(other.seen).containsExactly(first, second);
        assertThat(watch.failing()).containsExactly("failing");
        failing.fatal = new UUID(0, 0);
        failing.seen.clear();
        watch.look(failing);
        assertThat(failing.seen).containsExactly(first, second);
        assertThat(watch.failing()).isEmpty();
    }

    @Test
    void whatCameBeforeTheItemAtWhichAReaderFailsIsReadForGood() {
        Eyes failing = new Eyes("failing");
        UUID first = added();
        UUID second = added();
        UUID third = added();
        failing.fatal = second;

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> watch.look(failing)).isInstanceOf(UnsupportedOperationException.class);
        }
        failing.seen.clear();
        failing.fatal = new UUID(0, 0);
        watch.look(failing);

        assertThat(failing.seen).containsExactly(second, third).doesNotContain(first);
    }

    @Test
    void moreThanIsReadInOneTransactionIsReadInOneLook() {
        Eyes eyes = new Eyes("eyes");
        List<UUID> all = IntStream.range(0, 120).mapToObj(i -> added()).toList();

        watch.look(eyes);

        assertThat(eyes.seen).containsExactlyElementsOf(all);
    }

    @Test
    void whatCannotBeReadIsPassedAndCountedAndReadWhenItCan() {
        Eyes eyes = new Eyes("eyes");
        UUID spoiled = added();
        UUID next = added();
        byte[] content = jdbc.sql("SELECT content FROM feed_item WHERE id = ?")
                .param(spoiled)
                .query((row, n) -> row.getBytes(1))
                .single();
        jdbc.sql("UPDATE feed_item SET content = decode('00', 'hex') || substr(content, 2) WHERE id = ?")
                .param(spoiled)
                .update();

        watch.look(eyes);
        watch.look(eyes);

        assertThat(eyes.seen).containsExactly(next);
        assertThat(watch.unread()).isEqualTo(1);
        assertThat(audit.audited()).containsExactly("watch.unreadable {item=" + spoiled + "}");

        clock.advance(FeedWatch.AGAIN.plusSeconds(1));
        watch.look(eyes);
        assertThat(watch.unread()).as("it still cannot be read").isEqualTo(1);
        assertThat(audit.audited()).as("and that is not news").hasSize(1);

        jdbc.sql("UPDATE feed_item SET content = ? WHERE id = ?")
                .params(content, spoiled)
                .update();
        watch.look(eyes);
        assertThat(eyes.seen).as("not before its time").containsExactly(next);
        clock.advance(FeedWatch.AGAIN.plusSeconds(1));
        watch.look(eyes);

        assertThat(eyes.seen).containsExactly(next, spoiled);
        assertThat(watch.unread()).isZero();
    }

    private UUID added() {
        return transaction.execute(status -> feed.add(
                Family.message()
                        .person("mila", HouseholdRole.CHILD)
                        .named(
                                "mila",
                                "Mila",
                                "Sterk" + UUID.randomUUID().toString().replaceAll("[^a-f]", ""),
                                "2018-03-12")
                        .said("mila", AssertionType.OBSERVED, "Is moe.")
                        .build(),
                clock.instant()));
    }
}
