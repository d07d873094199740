package nl.sluis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DispatcherTest {

    private final OutboxFixture node = new OutboxFixture();

    @AfterEach
    void close() {
        node.channel.close();
    }

    @Test
    void sendsWhatIsPermittedAndKeepsTheSignedWord() {
        Outgoing message = node.message(MessageState.QUEUED);

        node.attempt(message);

        assertThat(node.history(message)).containsExactly(MessageState.QUEUED, MessageState.SENT);
        assertThat(node.jdbc
                        .sql("SELECT accepted FROM outgoing")
                        .query(byte[].class)
                        .single())
                .isEqualTo(OutboxFixture.bytes("signed"));
        node.attempt(message);
        assertThat(node.given).isEqualTo(1);
    }

    @Test
    void aReceiptThatComesDuringTheAttemptIsNotLost() throws InterruptedException {
        Outgoing message = node.message(MessageState.QUEUED);
        CountDownLatch atThePartner = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        node.partner = () -> {
            atThePartner.countDown();
            awaited(answered);
            return OutboxFixture.accepted();
        };

        CompletableFuture<Void> attempt =
                CompletableFuture.runAsync(() -> node.attempt(message), OutboxFixture.OWN_THREAD);
        assertThat(atThePartner.await(20, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> receipt =
                CompletableFuture.runAsync(() -> node.settle(node.delivered(message)), OutboxFixture.OWN_THREAD);
        node.untilDoneOrWaiting(receipt);
        answered.countDown();
        attempt.join();
        receipt.join();

        assertThat(node.history(message))
                .containsExactly(MessageState.QUEUED, MessageState.SENT, MessageState.DELIVERED);
        assertThat(node.audit.audited()).noneMatch(entry -> entry.startsWith("receipt.unknown"));
    }

    @Test
    void aFactThatIsRecordedWhileAnAttemptDecidesIsNotMissed() throws InterruptedException {
        Outgoing message = node.message(MessageState.HOLD);
        CountDownLatch deciding = new CountDownLatch(1);
        CountDownLatch decided = new CountDownLatch(1);
        AtomicInteger decisions = new AtomicInteger();
        node.decision = outgoing -> {
            if (decisions.incrementAndGet() == 1) {
                deciding.countDown();
                awaited(decided);
                return node.parked(MessageState.HOLD);
            }
            return node.permitted(outgoing);
        };

        CompletableFuture<Void> before =
                CompletableFuture.runAsync(() -> node.attempt(message), OutboxFixture.OWN_THREAD);
        assertThat(deciding.await(20, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> after =
                CompletableFuture.runAsync(() -> node.attempt(message), OutboxFixture.OWN_THREAD);
        node.untilDoneOrWaiting(after);
        decided.countDown();
        before.join();
        after.join();

        assertThat(node.state(message)).isEqualTo(MessageState.QUEUED);
    }

    @ParameterizedTest
    @EnumSource(names = {"HOLD", "REVIEW"})
    void whatWaitedIsQueuedWithItsEvidenceBeforeItGoes(MessageState waited) {
        Outgoing message = node.message(waited);

        node.attempt(message);

        assertThat(node.given).isZero();
        assertThat(node.audit.audited())
                .singleElement()
                .asString()
                .startsWith("message.decided-again")
                .contains("state=QUEUED");
        assertThat(node.channel.waiting()).isEqualTo(1);
        node.attempt(message);
        assertThat(node.history(message)).containsExactly(waited, MessageState.QUEUED, MessageState.SENT);
    }

    @Test
    void whatIsNotPermittedAnyMoreDoesNotGoAndItsContentDoesNotStay() {
        Outgoing message = node.message(MessageState.QUEUED);
        node.decision = outgoing -> node.parked(MessageState.WITHDRAWN);

        node.attempt(message);

        assertThat(node.given).isZero();
        assertThat(node.state(message)).isEqualTo(MessageState.WITHDRAWN);
        assertThat(node.jdbc
                        .sql("SELECT count(*) FROM outgoing WHERE content IS NULL AND original IS NULL"
                                + " AND next_attempt_at IS NULL")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void triesAgainWhileThePartnerIsOutOfReachAndGivesUpAfterTheTerm() {
        Outgoing message = node.message(MessageState.QUEUED);
        node.partner = () -> new Answer.Unreachable("TIMEOUT");

        node.attempt(message);
        node.clock.advance(Duration.ofDays(6));
        node.attempt(message);
        assertThat(node.state(message)).isEqualTo(MessageState.QUEUED);
        node.clock.advance(Duration.ofDays(2));
        node.attempt(message);

        assertThat(node.state(message)).isEqualTo(MessageState.FAILED);
        assertThat(node.audit.audited()).singleElement().asString().startsWith("message.failed");
    }

    @Test
    void theTermOfGivingUpBeginsWhenAHeldMessageMayGo() {
        Outgoing message = node.message(MessageState.HOLD);
        node.partner = () -> new Answer.Unreachable("TIMEOUT");
        node.clock.advance(Duration.ofDays(30));

        node.attempt(message);
        node.attempt(message);

        assertThat(node.state(message)).isEqualTo(MessageState.QUEUED);
    }

    @Test
    void aMessageThatCannotEvenBeTriedFailsAfterTheTermAndAHeldOneNever() {
        Outgoing queued = node.message(MessageState.QUEUED);
        Outgoing held = node.message(MessageState.HOLD);
        node.decision = outgoing -> {
            throw new IllegalStateException("a fault of ours");
        };

        node.attempt(queued);
        assertThat(node.state(queued)).isEqualTo(MessageState.QUEUED);
        node.clock.advance(Duration.ofDays(8));
        node.attempt(queued);
        node.attempt(held);

        assertThat(node.state(queued)).isEqualTo(MessageState.FAILED);
        assertThat(node.state(held)).isEqualTo(MessageState.HOLD);
    }

    @Test
    void aRefusalThatNobodySignedIsTriedAgainUntilTheTermHasPassedAndThenListedForAPerson() {
        Outgoing message = node.message(MessageState.QUEUED);
        node.partner = () -> new Answer.Unreachable("HTTP_422");

        node.attempt(message);
        assertThat(node.state(message)).isEqualTo(MessageState.QUEUED);
        assertThat(node.undelivered.list(0, 10)).isEmpty();
        node.clock.advance(Duration.ofDays(8));
        node.attempt(message);

        assertThat(node.state(message)).isEqualTo(MessageState.FAILED);
        assertThat(node.undelivered.list(0, 10)).hasSize(1);
    }

    @Test
    void aRefusalOfThePartnersNodeIsTheEndOfIt() {
        Outgoing message = node.message(MessageState.QUEUED);
        node.partner = () -> new Answer.Refused("TOO_LARGE");

        node.attempt(message);

        assertThat(node.state(message)).isEqualTo(MessageState.FAILED);
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "HOLD", "REVIEW"})
    void whatWaitsIsLookedAtAgainAlsoWhenNothingWokeIt(MessageState state) {
        node.message(state);
        node.channel.empty();

        node.clockwork.tick();
        assertThat(node.channel.waiting()).isZero();
        node.clock.advance(Duration.ofMinutes(6));
        node.clockwork.tick();
        node.clockwork.tick();
        assertThat(node.channel.waiting()).isEqualTo(1);

        // Taken by a process that was killed
        node.channel.empty();
        node.clock.advance(Duration.ofMinutes(6));
        node.clockwork.tick();
        assertThat(node.channel.waiting()).isEqualTo(1);
    }

    @Test
    void tellsTheSenderWhenLessMayGoThanBefore() {
        Outgoing message = node.message(MessageState.QUEUED);
        byte[] narrower = OutboxFixture.bytes("{\"withheld\":1}");
        node.decision = outgoing -> new Prepared.Ready(
                ((Prepared.Ready) node.permitted(outgoing)).envelope(), node.team, narrower, Set.of(), Map.of());

        node.attempt(message);

        assertThat(node.outbox
                        .find(message.sender(), message.id())
                        .orElseThrow()
                        .answer())
                .isEqualTo(narrower);
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "HOLD", "REVIEW"})
    void aFactAboutAPersonHasEverythingThatHasNotGoneDecidedAgain(MessageState state) {
        node.message(state);
        node.message(MessageState.DENY);
        node.channel.empty();

        node.transaction.executeWithoutResult(status -> node.outbox.decideAgain(Set.of(OutboxFixture.MILA)));

        assertThat(node.channel.waiting()).isEqualTo(1);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
