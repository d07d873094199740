package nl.sluis.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import nl.sluis.access.Caller;
import nl.sluis.access.Role;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.Message;
import nl.sluis.household.Households;
import nl.sluis.storage.TestDataKeys;
import nl.sluis.testing.Family;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class FeedTest {

    private static final Viewer TEAM = new Viewer.Organisation();
    private static final Instant NOW = Instant.parse("2026-11-20T09:15:00Z");

    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private Feed feed;

    @BeforeEach
    void start() {
        DataSource dataSource = TestDatabase.migrated();
        jdbc = JdbcClient.create(dataSource);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        feed = new Feed(
                jdbc,
                new Households(jdbc, TestDataKeys.atRest(jdbc)),
                source -> "De Wilgenhof",
                (item, household, message, at) -> {});
    }

    @Test
    void givesBackTheMessageWithWhereItCameFromAndWhen() {
        Message message = Family.concern("Mila valt in slaap.").build();

        FeedItem item = feed.find(add(message), TEAM).orElseThrow();

        assertThat(item.message()).isEqualTo(message);
        assertThat(item.sourceName()).isEqualTo("De Wilgenhof");
        assertThat(item.arrivedAt()).isEqualTo(NOW);
        assertThat(item.state()).isEqualTo(FeedState.NEW);
        assertThat(item.due()).isNull();
        assertThat(feed.find(UUID.randomUUID(), TEAM)).isEmpty();
    }

    @Test
    void showsNothingWhenNobodyIsKnownToLookAndAPersonTheirHouseholdsOnly() {
        UUID item = add(Family.concern("Mila valt in slaap.").build());
        UUID household = feed.find(item, TEAM).orElseThrow().household();
        Viewer person = Viewer.of(Optional.of(new Caller.Person("opaque-1", Set.of(Role.REGISSEUR))));
        for (Viewer blind : List.of(Viewer.of(Optional.empty()), person)) {
            assertThat(feed.find(item, blind)).isEmpty();
            assertThat(feed.page(all(Cursor.START), blind).items()).isEmpty();
            assertThat(feed.latest(household, 5, blind).items()).isEmpty();
        }

        jdbc.sql("INSERT INTO involvement (household_id, person, since) VALUES (?, 'opaque-1', now())")
                .param(household)
                .update();

        assertThat(feed.find(item, person)).isPresent();
        assertThat(feed.page(all(Cursor.START), person).items()).hasSize(1);
        assertThat(feed.find(item, Viewer.of(Optional.of(new Caller.Person("opaque-2", Set.of(Role.REGISSEUR))))))
                .isEmpty();
    }

    @Test
    void addsAMessageOnceHoweverOftenItArrives() throws Exception {
        Message message = Family.concern("Mila valt in slaap.").build();

        List<Future<UUID>> added = new ArrayList<>();
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                added.add(workers.submit(() -> add(message)));
            }
        }

        UUID id = add(message);
        for (Future<UUID> one : added) {
            assertThat(one.get()).isEqualTo(id);
        }
        assertThat(feed.page(all(Cursor.START), TEAM).items()).hasSize(1);
    }

    @Test
    void keepsAnItemOfAnotherSenderWithTheSameMessageIdApart() {
        Message message = Family.concern("a").build();
        Message other = Family.concern("b").from("de-eik").build();
        Message sameId = new Message(
                message.id(),
                other.thread(),
                null,
                other.kind(),
                other.sender(),
                other.senderRole(),
                other.recipient(),
                other.sentAt(),
                other.urgency(),
                other.purpose(),
                other.basis(),
                other.persons(),
                other.sections(),
                null);

        assertThat(add(sameId)).isNotEqualTo(add(message));
    }

    @Test
    void readsPageByPageInOrderOfArrivalAndGoesOnWhereItStopped() {
        List<UUID> added = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            added.add(add(Family.concern("bericht " + i).build()));
        }

        FeedPage first = feed.page(new FeedQuery(Cursor.START, null, 2), TEAM);
        FeedPage second = feed.page(new FeedQuery(first.next(), null, 200), TEAM);
        FeedPage end = feed.page(all(second.next()), TEAM);

        assertThat(ids(first)).isEqualTo(added.subList(0, 2));
        assertThat(ids(second)).isEqualTo(added.subList(2, 5));
        assertThat(end.items()).isEmpty();
        assertThat(end.next()).isEqualTo(second.next());
        assertThat(ids(feed.latest(null, 2, TEAM))).containsExactly(added.get(4), added.get(3));
        assertThat(feed.latest(null, 2, TEAM).next()).isEqualTo(second.next());
    }

    @Test
    void showsTheItemsOfOneHouseholdAlone() {
        UUID mila = add(Family.concern("over Mila").build());
        UUID other = add(Family.message()
                .person("jay", HouseholdRole.CHILD)
                .named("jay", "Jay", "Jansen", "2023-01-05")
                .build());
        UUID household = feed.find(mila, TEAM).orElseThrow().household();

        assertThat(feed.find(other, TEAM).orElseThrow().household()).isNotEqualTo(household);
        assertThat(ids(feed.page(new FeedQuery(Cursor.START, household, 50), TEAM)))
                .containsExactly(mila);
        assertThat(ids(feed.latest(household, 50, TEAM))).containsExactly(mila);
    }

    @Test
    void neverLetsAnItemAppearBeforeACursorThatSomebodyHas() throws Exception {
        int writers = 8;
        int each = 25;
        AtomicInteger running = new AtomicInteger(writers);
        List<UUID> read = new ArrayList<>();
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int w = 0; w < writers; w++) {
                workers.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        addAndLinger(Family.concern("x").build(), i % 5 == 4);
                    }
                    return running.decrementAndGet();
                });
            }
            Cursor cursor = Cursor.START;
            boolean last;
            do {
                last = running.get() == 0;
                FeedPage page = feed.page(new FeedQuery(cursor, null, 7), TEAM);
                read.addAll(ids(page));
                cursor = page.next();
                last = last && page.items().isEmpty();
            } while (!last);
        }

        assertThat(read).hasSize(writers * each * 4 / 5).doesNotHaveDuplicates();
    }

    @Test
    void showsNothingOfAMessageInItsTable() {
        add(Family.concern("Mila valt in slaap.").build());

        String row = jdbc.sql("SELECT feed_item::text || encode(content, 'escape') FROM feed_item")
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("Mila", "slaap", "Demir", Family.BSN_MILA);
    }

    @Test
    void refusesToAddOutsideATransaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> feed.add(Family.concern("x").build(), NOW));
    }

    /** Commits some time after the position was given out, as a slow delivery does, or not at all. */
    private void addAndLinger(Message message, boolean rollBack) {
        transaction.executeWithoutResult(status -> {
            feed.add(message, NOW);
            long nanos =
                    TimeUnit.MICROSECONDS.toNanos(ThreadLocalRandom.current().nextInt(3000));
            LockSupport.parkNanos(nanos);
            if (rollBack) {
                status.setRollbackOnly();
            }
        });
    }

    private UUID add(Message message) {
        return transaction.execute(status -> feed.add(message, NOW));
    }

    private static FeedQuery all(Cursor since) {
        return new FeedQuery(since, null, 50);
    }

    private static List<UUID> ids(FeedPage page) {
        return page.items().stream().map(FeedItem::id).toList();
    }
}
