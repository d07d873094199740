package nl.sluis.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.ThreadId;
import nl.sluis.canonical.Urgency;
import nl.sluis.feed.FeedWork.Actor;
import nl.sluis.followup.Opening;
import nl.sluis.followup.Task;
import nl.sluis.followup.TaskKind;
import nl.sluis.followup.Tasks;
import nl.sluis.household.Households;
import nl.sluis.node.ErasureReason;
import nl.sluis.testing.Family;
import nl.sluis.testing.FeedSlice;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

@FeedSlice
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class FeedWorkTest {

    private static final Viewer TEAM = new Viewer.Organisation();
    private static final Actor SOMEBODY = new Actor(TEAM, "worker-0", "Omdat het zo is.");

    private final Feed feed;
    private final FeedWork work;
    private final Tasks tasks;
    private final ApplicationContext parts;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    FeedWorkTest(
            Feed feed,
            FeedWork work,
            Tasks tasks,
            ApplicationContext parts,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.feed = feed;
        this.work = work;
        this.tasks = tasks;
        this.parts = parts;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void whatComesInMustBeTakenUpByARoleInATermAndIsThenSomebodys() {
        FeedItem item = add(somebody().said("c", AssertionType.OBSERVED, "Is moe."));
        assertThat(tasks.of(item.household())).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(TaskKind.TAKE_UP);
            assertThat(task.ownerRole()).isEqualTo("intake");
            assertThat(task.item()).isEqualTo(item.id());
        });
        assertThat(item.due()).isNotNull();

        WorkResult result = work.takeUp(item.id(), "worker-1", SOMEBODY);

        assertThat(result).isInstanceOfSatisfying(WorkResult.Done.class, done -> {
            assertThat(done.item().state()).isEqualTo(FeedState.TAKEN_UP);
            assertThat(done.item().owner()).isEqualTo("worker-1");
            assertThat(done.tell()).isEqualTo(Told.TAKEN_UP);
        });
        assertThat(kinds(item)).containsExactly(TaskKind.FEEDBACK_DUE);
    }

    @Test
    void oneOfManyWhoTakeItUpAtOnceHasItAndTheOthersAreTold() {
        FeedItem item = add(somebody());
        List<WorkResult> results = IntStream.range(0, 6)
                .parallel()
                .mapToObj(n -> work.takeUp(item.id(), "worker-" + n, SOMEBODY))
                .toList();
        assertThat(results).filteredOn(WorkResult.Done.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(WorkResult.NotNow.class::isInstance).hasSize(5);
    }

    @Test
    void whatAsksNothingOpensNothing() {
        FeedItem item = add(somebody().kind(MessageKind.PLAN_SUMMARY));
        assertThat(tasks.of(item.household())).isEmpty();
    }

    @Test
    void acuteDangerStaysFirstUntilADecisionIsRecordedHoweverMuchComesAfterIt() {
        ThreadId thread = new ThreadId(UUID.randomUUID());
        FeedItem acute = add(somebody().in(thread).urgency(Urgency.ACUTE));
        for (int n = 0; n < 12; n++) {
            add(somebody().in(thread).from("schuldhulp").kind(MessageKind.ARREARS_SIGNAL));
        }
        assertThat(first(acute)).isEqualTo(acute.id());
        work.takeUp(acute.id(), "worker-1", SOMEBODY);
        assertThat(first(acute)).as("taken up is not decided").isEqualTo(acute.id());
        assertThat(work.close(acute.id(), "worker-1", SOMEBODY))
                .isInstanceOfSatisfying(
                        WorkResult.Forbidden.class,
                        forbidden -> assertThat(forbidden.open())
                                .extracting(Task::kind)
                                .containsExactly(TaskKind.ACUTE));

        settle(acute, TaskKind.ACUTE);

        assertThat(first(acute)).isNotEqualTo(acute.id());
        assertThat(work.close(acute.id(), "worker-1", SOMEBODY)).isInstanceOf(WorkResult.Done.class);
    }

    @Test
    void nothingIsClosedWhileTheSafetyOfAChildIsNotEstimated() {
        FeedItem item = add(somebody());
        transaction.executeWithoutResult(status -> tasks.open(item.household(), Opening.of(TaskKind.SAFETY_ESTIMATE)));
        assertThat(work.close(item.id(), "a", SOMEBODY))
                .isInstanceOfSatisfying(
                        WorkResult.Forbidden.class,
                        forbidden -> assertThat(forbidden.open())
                                .extracting(Task::kind)
                                .containsExactly(TaskKind.SAFETY_ESTIMATE));
    }

    @Test
    void passedOnItStaysWithWhoPassedItUntilTheOtherAccepts() {
        FeedItem item = add(somebody());
        work.takeUp(item.id(), "sem", SOMEBODY);

        work.passOn(item.id(), "sem", "cjg", SOMEBODY);

        assertThat(now(item).state()).isEqualTo(FeedState.PASSED_ON);
        assertThat(now(item).owner()).isEqualTo("sem");
        assertThat(work.accept(item.id(), "worker-9", true, SOMEBODY)).isInstanceOf(WorkResult.NotTheirs.class);
        assertThat(work.close(item.id(), "sem", SOMEBODY)).isInstanceOf(WorkResult.Forbidden.class);
        work.accept(item.id(), "cjg", true, SOMEBODY);
        assertThat(now(item).owner()).isEqualTo("cjg");
        assertThat(now(item).state()).isEqualTo(FeedState.TAKEN_UP);
    }

    @Test
    void whatNobodyAcceptsInItsTermGoesBackAlsoWhenItWasNeverTakenUp() {
        FeedItem taken = add(somebody());
        work.takeUp(taken.id(), "sem", SOMEBODY);
        FeedItem fresh = add(somebody());
        for (FeedItem item : List.of(taken, fresh)) {
            work.passOn(item.id(), "sem", "cjg", SOMEBODY);
        }
        parts.getBean(Lapsing.class).giveBack();
        assertThat(now(taken).state()).isEqualTo(FeedState.PASSED_ON);

        jdbc.sql("UPDATE task SET due = ? WHERE kind = 'PASS_ON_ACCEPTANCE'")
                .param(Instant.now().minus(Duration.ofMinutes(1)).atOffset(ZoneOffset.UTC))
                .update();
        parts.getBean(Lapsing.class).giveBack();

        assertThat(now(taken).state()).isEqualTo(FeedState.TAKEN_UP);
        assertThat(now(taken).owner()).isEqualTo("sem");
        assertThat(now(fresh).state()).isEqualTo(FeedState.NEW);
        assertThat(tasks.ofItem(fresh.household(), TaskKind.TAKE_UP, fresh.id())
                        .orElseThrow()
                        .owner())
                .isEqualTo("sem");
    }

    @Test
    void nothingGoesInARing() {
        FeedItem item = add(somebody());
        work.takeUp(item.id(), "a", SOMEBODY);
        assertThat(work.passOn(item.id(), "a", "a", SOMEBODY)).isInstanceOf(WorkResult.InARing.class);
        hand(item, "a", "b");
        assertThat(work.passOn(item.id(), "b", "a", SOMEBODY)).isInstanceOf(WorkResult.InARing.class);
        hand(item, "b", "c");
        assertThat(work.passOn(item.id(), "c", "a", SOMEBODY)).isInstanceOf(WorkResult.InARing.class);
        assertThat(now(item).owner()).isEqualTo("c");
    }

    @Test
    void whatWasHandedBackAndIsContestedIsForAnotherThanWhoHandedItBack() {
        ThreadId thread = new ThreadId(UUID.randomUUID());
        FeedItem item = add(somebody().in(thread));
        work.handBack(item.id(), "sem", SOMEBODY);
        assertThat(now(item).state()).isEqualTo(FeedState.HANDED_BACK);

        add(somebody().in(thread).said("c", AssertionType.OBSERVED, "Het gaat niet goed."));

        Task contested =
                tasks.ofItem(item.household(), TaskKind.CONTESTED, item.id()).orElseThrow();
        assertThat(contested.ownerRole()).isEqualTo("gezinsregisseur");
        assertThat(work.close(item.id(), "sem", SOMEBODY)).isInstanceOf(WorkResult.Forbidden.class);
        assertThat(work.takeUp(item.id(), "sem", SOMEBODY)).isInstanceOf(WorkResult.NotTheirs.class);
        assertThat(work.takeUp(item.id(), "lotte", SOMEBODY)).isInstanceOf(WorkResult.Done.class);
        assertThat(tasks.ofItem(item.household(), TaskKind.CONTESTED, item.id()))
                .isEmpty();
    }

    @Test
    void anAnswerOfTheReporterObjectsToHandingBackAndOneOfAnybodyElseDoesNot() {
        ThreadId thread = new ThreadId(UUID.randomUUID());
        FeedItem item = add(somebody().in(thread).from("de-stam"));
        work.handBack(item.id(), "sem", SOMEBODY);

        add(somebody().in(thread).from("de-eik").kind(MessageKind.FEEDBACK));
        assertThat(kinds(item)).doesNotContain(TaskKind.CONTESTED);
        add(somebody().in(thread).from("de-stam").kind(MessageKind.FEEDBACK));

        assertThat(tasks.ofItem(item.household(), TaskKind.CONTESTED, item.id()))
                .hasValueSatisfying(task -> assertThat(task.ownerRole()).isEqualTo("gezinsregisseur"));
    }

    @Test
    void whetherHandingBackStandsIsDecidedByAnotherAndNotByJustSayingSo() {
        ThreadId thread = new ThreadId(UUID.randomUUID());
        FeedItem item = add(somebody().in(thread));
        work.handBack(item.id(), "sem", SOMEBODY);
        assertThat(work.handBack(item.id(), "lotte", SOMEBODY))
                .as("nobody objects: there is nothing to decide")
                .isInstanceOf(WorkResult.NotNow.class);
        work.contest(item.id(), SOMEBODY);

        assertThat(TaskKind.CONTESTED.byOwnAct()).isTrue();
        assertThat(work.handBack(item.id(), "sem", SOMEBODY)).isInstanceOf(WorkResult.NotTheirs.class);
        assertThat(kinds(item)).contains(TaskKind.CONTESTED);
        assertThat(work.handBack(item.id(), "lotte", SOMEBODY))
                .isInstanceOfSatisfying(
                        WorkResult.Done.class, done -> assertThat(done.tell()).isEqualTo(Told.HANDED_BACK));

        assertThat(kinds(item)).doesNotContain(TaskKind.CONTESTED);
        assertThat(now(item).owner()).isEqualTo("lotte");
    }

    @Test
    void whoActsOnAnItemWaitsForWhoClaimedItsHouseholdAndHoldsNothingMeanwhile() throws Exception {
        FeedItem item = add(somebody());
        Households households = parts.getBean(Households.class);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<WorkResult> acted = transaction.execute(status -> {
                households.claim(item.household());
                Future<WorkResult> begun = other.submit(() -> work.takeUp(item.id(), "worker-1", SOMEBODY));
                await().until(this::somebodyWaitsForALock);
                // As whoever joins or erases it does after the claim; it would wait for ever for an item that the other
                // has
                jdbc.sql("SET LOCAL lock_timeout = '5s'").update();
                jdbc.sql("UPDATE feed_item SET household_ambiguous = true WHERE household_id = ?")
                        .param(item.household())
                        .update();
                return begun;
            });
            assertThat(Objects.requireNonNull(acted).get()).isInstanceOf(WorkResult.Done.class);
        }
    }

    @Test
    void anItemThatMovedWhileSomebodyWaitedForItsHouseholdIsFoundWhereItWent() throws Exception {
        FeedItem item = add(somebody());
        FeedItem other = add(somebody());
        Households households = parts.getBean(Households.class);
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            Future<WorkResult> acted = transaction.execute(status -> {
                households.claim(item.household());
                Future<WorkResult> begun = executor.submit(() -> work.contest(item.id(), SOMEBODY));
                await().until(this::somebodyWaitsForALock);
                jdbc.sql("UPDATE feed_item SET household_id = ? WHERE id = ?")
                        .params(other.household(), item.id())
                        .update();
                households.erase(item.household());
                return begun;
            });
            // Found, and in a state in which there is nothing to contest
            assertThat(Objects.requireNonNull(acted).get()).isInstanceOf(WorkResult.NotNow.class);
        } finally {
            // It was moved without being encrypted anew: nobody can read it, and the next test reads all
            jdbc.sql("DELETE FROM feed_item WHERE id = ?").param(item.id()).update();
        }
    }

    private boolean somebodyWaitsForALock() {
        return jdbc.sql("SELECT count(*) > 0 FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND wait_event_type = 'Lock' AND query LIKE '%household%'")
                .query(Boolean.class)
                .single();
    }

    @Test
    void threeSignalsOfThreeSourcesAreOneQuestionAndAFourthJoinsIt() {
        ThreadId thread = new ThreadId(UUID.randomUUID());
        FeedItem first = add(somebody().in(thread).from("de-wilgenhof"));
        add(somebody().in(thread).from("de-wilgenhof"));
        add(somebody().in(thread).from("de-eik"));
        assertThat(pattern(first)).isEmpty();

        FeedItem last = add(somebody().in(thread).from("schuldhulp"));
        add(somebody().in(thread).from("de-horizon"));

        assertThat(pattern(first))
                .singleElement()
                .satisfies(task -> assertThat(task.items()).hasSize(5).contains(first.id(), last.id()));
        assertThat(work.close(last.id(), "a", SOMEBODY)).isInstanceOf(WorkResult.Forbidden.class);

        settle(first, TaskKind.PATTERN);
        add(somebody().in(thread).from("de-eik"));
        assertThat(pattern(first)).as("what was decided about counts no more").isEmpty();
    }

    @Test
    void signalsOfLongAgoAreNoPattern() {
        ThreadId thread = new ThreadId(UUID.randomUUID());
        FeedItem first =
                add(somebody().in(thread).from("de-wilgenhof"), Instant.now().minus(Duration.ofDays(22)));
        add(somebody().in(thread).from("de-eik"));
        add(somebody().in(thread).from("schuldhulp"));
        assertThat(pattern(first)).isEmpty();
    }

    @Test
    void anItemOfAnErasedHouseholdIsNotThere() {
        FeedItem item = add(somebody());
        transaction.executeWithoutResult(
                status -> parts.getBean(Erasure.class).erase(item.household(), ErasureReason.UNLAWFUL));
        Stream.of(
                        work.takeUp(item.id(), "a", SOMEBODY),
                        work.passOn(item.id(), "a", "b", SOMEBODY),
                        work.accept(item.id(), "a", true, SOMEBODY),
                        work.handBack(item.id(), "a", SOMEBODY),
                        work.contest(item.id(), SOMEBODY),
                        work.close(item.id(), "a", SOMEBODY))
                .forEach(result -> assertThat(result).isInstanceOf(WorkResult.NotThere.class));
        assertThat(tasks.history(item.household())).isEmpty();
    }

    @Test
    void whoIsNotInvolvedFindsNoItem() {
        FeedItem item = add(somebody());
        Actor stranger = new Actor(new Viewer.Involved("stranger"), "stranger", null);
        assertThat(work.takeUp(item.id(), "stranger", stranger)).isInstanceOf(WorkResult.NotThere.class);
        assertThat(now(item).state()).isEqualTo(FeedState.NEW);
    }

    private void hand(FeedItem item, String from, String to) {
        assertThat(work.passOn(item.id(), from, to, SOMEBODY)).isInstanceOf(WorkResult.Done.class);
        assertThat(work.accept(item.id(), to, true, SOMEBODY)).isInstanceOf(WorkResult.Done.class);
    }

    private void settle(FeedItem item, TaskKind kind) {
        UUID task = tasks.of(item.household()).stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow()
                .id();
        transaction.executeWithoutResult(
                status -> tasks.settle(item.household(), task, "LOOKED_AT", "Gezien.", "worker-1"));
    }

    private List<Task> pattern(FeedItem item) {
        return tasks.of(item.household()).stream()
                .filter(task -> task.kind() == TaskKind.PATTERN)
                .toList();
    }

    private UUID first(FeedItem item) {
        return feed.byWork(item.household(), 20, TEAM).items().getFirst().id();
    }

    private List<TaskKind> kinds(FeedItem item) {
        return tasks.of(item.household()).stream().map(Task::kind).toList();
    }

    private FeedItem now(FeedItem item) {
        return feed.find(item.id(), TEAM).orElseThrow();
    }

    /** Nobody whom another test knows: only the thread brings them together. */
    private static Family somebody() {
        return Family.message().person("c", HouseholdRole.CHILD);
    }

    private FeedItem add(Family message) {
        return add(message, Instant.now());
    }

    private FeedItem add(Family message, Instant at) {
        return Objects.requireNonNull(transaction.execute(
                status -> feed.find(feed.add(message.build(), at), TEAM).orElseThrow()));
    }
}
