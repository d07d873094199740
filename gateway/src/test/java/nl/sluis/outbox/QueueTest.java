package nl.sluis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.ThreadId;
import nl.sluis.canonical.Urgency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QueueTest {

    private static final OrganisationId OTHER = new OrganisationId("de-eik");
    private static final Answer OUT_OF_REACH = new Answer.Unreachable(PatientExchange.OUT_OF_REACH);

    private final OutboxFixture node = new OutboxFixture();
    private final ThreadId thread = new ThreadId(UUID.randomUUID());

    @AfterEach
    void close() {
        node.channel.close();
    }

    @Test
    void aLaterMessageOfAThreadDoesNotOvertakeAnEarlierOneAndGoesByItselfAfterIt() {
        Outgoing first = inThread(MessageState.QUEUED);
        Outgoing second = inThread(MessageState.QUEUED);
        node.channel.empty();

        node.attempt(second);
        assertThat(node.given).as("the first has not gone").isZero();
        node.attempt(first);
        node.attempt(second);
        assertThat(node.given)
                .as("it is not known that the first was delivered")
                .isEqualTo(1);
        node.settle(node.delivered(first));
        assertThat(node.channel.waiting()).as("the second was woken").isEqualTo(1);
        node.attempt(second);

        assertThat(node.givenInOrder).containsExactly(first.id(), second.id());
    }

    @Test
    void aReceiptThatDoesNotComeHoldsItsThreadUpForAWhileAndNotForEver() {
        Outgoing first = inThread(MessageState.QUEUED);
        Outgoing second = inThread(MessageState.QUEUED);

        node.attempt(first);
        node.attempt(second);
        assertThat(node.given).isEqualTo(1);
        node.clock.advance(Duration.ofMinutes(3));
        node.attempt(second);

        assertThat(node.given).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"HOLD", "REVIEW", "DENY", "DELIVERED", "REJECTED", "WITHDRAWN", "FAILED"})
    void whatDoesNotGoDoesNotStandBeforeTheRestOfItsThread(MessageState state) {
        inThread(state);
        Outgoing second = inThread(MessageState.QUEUED);

        node.attempt(second);

        assertThat(node.state(second)).isEqualTo(MessageState.SENT);
    }

    @ParameterizedTest
    @EnumSource(names = {"HOLD", "REVIEW"})
    void whatIsHeldIsLookedAtSoonForAFactMayHaveBeenRecordedAtTheSameMoment(MessageState state) {
        Outgoing held = node.message(state);
        node.channel.empty();

        node.clock.advance(Duration.ofSeconds(11));
        node.clockwork.tick();
        assertThat(node.channel.references()).containsExactly(Due.of(held).reference());
        node.channel.empty();
        node.clock.advance(Duration.ofSeconds(11));
        node.clockwork.tick();
        assertThat(node.channel.references()).as("from then on seldom").isEmpty();
    }

    @Test
    void whatIsWithdrawnWhileItWaitsForItsTurnIsSeenAtOnceAndLetsTheNextPass() {
        Outgoing first = inThread(MessageState.QUEUED);
        Outgoing second = inThread(MessageState.QUEUED);
        node.channel.empty();
        node.decision = outgoing -> node.parked(MessageState.WITHDRAWN);
        node.attempt(second);
        assertThat(node.state(second)).isEqualTo(MessageState.WITHDRAWN);
        Outgoing third = inThread(MessageState.QUEUED);
        node.channel.empty();

        node.attempt(first);

        assertThat(node.state(first)).isEqualTo(MessageState.WITHDRAWN);
        assertThat(node.channel.references()).containsExactly(Due.of(third).reference());
    }

    @Test
    void theSameThreadToAnotherRecipientAndWhatIsAcuteWaitForNothing() {
        inThread(MessageState.QUEUED);
        Outgoing elsewhere = node.message(MessageState.QUEUED, thread, OTHER, Urgency.ROUTINE);
        Outgoing acute = node.message(MessageState.QUEUED, thread, OutboxFixture.TEAM, Urgency.ACUTE);

        node.attempt(elsewhere);
        node.attempt(acute);

        assertThat(node.givenInOrder).containsExactly(elsewhere.id(), acute.id());
    }

    @Test
    void aSlowPartnerTakesItsPlacesAndNoMoreAndTheRestGoesWhenOneIsFree() throws InterruptedException {
        CountDownLatch full = new CountDownLatch(2);
        CountDownLatch answers = new CountDownLatch(1);
        node.partner = () -> {
            full.countDown();
            awaited(answers);
            return OutboxFixture.accepted();
        };
        List<CompletableFuture<Void>> slow = List.of(underWay(queued()), underWay(queued()));
        assertThat(full.await(20, TimeUnit.SECONDS)).isTrue();
        Outgoing third = queued();
        Outgoing acute =
                node.message(MessageState.QUEUED, new ThreadId(UUID.randomUUID()), OutboxFixture.TEAM, Urgency.ACUTE);
        node.channel.empty();

        node.attempt(third);
        assertThat(node.given).as("it is not even tried").isEqualTo(2);
        assertThat(node.places.full()).containsExactly(OutboxFixture.TEAM);
        CompletableFuture<Void> urgent = underWay(acute);
        answers.countDown();
        slow.forEach(CompletableFuture::join);
        urgent.join();

        assertThat(node.givenInOrder).contains(acute.id());
        assertThat(node.channel.references()).containsOnlyOnce(Due.of(third).reference());
        node.attempt(third);
        assertThat(node.state(third)).isEqualTo(MessageState.SENT);
    }

    @Test
    void whatWasPutOffWhileThePartnerWasAwayGoesWhenItAnswersAgainAndWasNotCountedAsTried() {
        Outgoing first = queued();
        Outgoing second = queued();
        node.partner = () -> OUT_OF_REACH;
        node.attempt(first);
        node.attempt(second);
        node.channel.empty();
        node.partner = () -> OutboxFixture.accepted();

        node.attempt(queued());
        node.channel.references().forEach(node.dispatcher::attempt);
        node.channel.references().forEach(node.dispatcher::attempt);

        assertThat(node.state(first)).isEqualTo(MessageState.SENT);
        assertThat(node.state(second)).isEqualTo(MessageState.SENT);
        assertThat(node.store.find(first.sender(), first.id()).orElseThrow().attempts())
                .isZero();
    }

    @Test
    void manyThatWaitForOnePartnerDoNotStandBeforeTheOneThatWaitsForAnother() {
        // A million with -Dsluis.test.rows=1000000
        node.jdbc
                .sql("INSERT INTO outgoing (sender, id, thread, form, kind, recipient, state, answer, created_at,"
                        + " next_attempt_at) SELECT 'de-wilgenhof', gen_random_uuid(), gen_random_uuid(), 'MESSAGE',"
                        + " 'SIGNAL', 'dead', 'QUEUED', '\\x00', '2026-11-21T09:00:00Z', '2026-11-21T09:00:00Z'"
                        + " FROM generate_series(1, ?)")
                .param(Integer.getInteger("sluis.test.rows", 100_000))
                .update();
        node.jdbc.sql("ANALYZE outgoing").update();
        Outgoing other = queued();
        Outgoing acute = node.message(
                MessageState.QUEUED, new ThreadId(UUID.randomUUID()), new OrganisationId("dead"), Urgency.ACUTE);
        node.channel.empty();
        node.clock.advance(Duration.ofMinutes(6));

        node.clockwork.tick();
        assertThat(node.channel.references())
                .hasSize(22)
                .contains(Due.of(other).reference(), Due.of(acute).reference());
        node.channel.empty();
        node.congested = Set.of(new OrganisationId("dead"));
        node.clockwork.tick();
        assertThat(node.channel.waiting())
                .as("one finds out whether it answers again")
                .isEqualTo(1);
    }

    @Test
    void aClockThatWasSetBackDoesNotKeepAnythingWaiting() {
        Outgoing message = queued();
        node.channel.empty();
        node.clock.advance(Duration.ofHours(-9));

        node.clockwork.tick();

        assertThat(node.channel.references()).containsExactly(Due.of(message).reference());
    }

    @Test
    void twoProcessesTakeNothingTwice() {
        Outgoing message = queued();
        node.channel.empty();
        node.clock.advance(Duration.ofMinutes(6));

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(node.clockwork::tick, OutboxFixture.OWN_THREAD),
                        CompletableFuture.runAsync(node.clockwork::tick, OutboxFixture.OWN_THREAD))
                .join();

        assertThat(node.channel.references()).containsExactly(Due.of(message).reference());
    }

    private Outgoing queued() {
        return node.message(MessageState.QUEUED);
    }

    private Outgoing inThread(MessageState state) {
        return node.message(state, thread, OutboxFixture.TEAM, Urgency.ROUTINE);
    }

    private CompletableFuture<Void> underWay(Outgoing outgoing) {
        return CompletableFuture.runAsync(() -> node.attempt(outgoing), OutboxFixture.OWN_THREAD);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
