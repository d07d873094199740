package nl.sluis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.sluis.adapter.MessageJson;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.ReceiptStatus;
import nl.sluis.canonical.WithdrawalNotice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WithdrawalNoticesTest {

    private static final String CONSENT = "c1";

    private final OutboxFixture node = new OutboxFixture();

    @BeforeEach
    void goesOnAConsent() {
        node.consents = Set.of(CONSENT, "c2");
    }

    @Test
    void tellsWhoReceivedItOnceAndOnlyOfTheConsentThatEnded() {
        Outgoing message = delivered();

        withdraw();
        withdraw();
        work(message);
        work(message);

        assertThat(notices()).singleElement().satisfies(notice -> {
            assertThat(notice.about()).isEqualTo(message.id());
            assertThat(notice.thread()).isEqualTo(message.thread());
            assertThat(notice.recipient()).isEqualTo(message.recipient());
            assertThat(notice.consent()).isEqualTo(CONSENT);
            assertThat(notice.withdrawnAt()).isEqualTo(node.clock.instant());
        });
        assertThat(lastDetail(message)).as("not before the receipt").isNotEqualTo(WithdrawalNotices.TOLD);
    }

    @Test
    void aConsentThatIsNewInAnAttemptStandsBeforeTheMessageGoes() {
        Outgoing message = node.message(MessageState.QUEUED);

        node.attempt(message);
        assertThat(node.given).as("first it is written down").isZero();
        withdraw();
        node.attempt(message);

        assertThat(node.state(message)).isEqualTo(MessageState.SENT);
        work(message);
        assertThat(notices()).hasSize(1);
    }

    @Test
    void aNoticeIsNeverGivenUp() {
        Outgoing message = delivered();
        withdraw();
        work(message);
        Outgoing notice =
                node.store.find(OutboxFixture.SCHOOL, notices().getFirst().id()).orElseThrow();
        node.partner = () -> new Answer.Unreachable("CONNECTION");

        node.clock.advance(Duration.ofDays(60));
        node.log.record(notice, (Prepared.Ready) node.permitted(notice), node.partner.get());

        assertThat(node.state(notice)).isEqualTo(MessageState.QUEUED);
    }

    @Test
    void tellsNobodyOfWhatNeverLeft() {
        Outgoing message = node.message(MessageState.HOLD);
        node.transaction.executeWithoutResult(status -> node.outbox.restsOn(message, Set.of(CONSENT, "c2")));
        node.decision = outgoing -> node.parked(MessageState.WITHDRAWN);

        withdraw();
        work(message);
        work(message);

        assertThat(node.state(message)).isEqualTo(MessageState.WITHDRAWN);
        assertThat(notices()).isEmpty();
    }

    @Test
    void tellsOfWhatWasOnItsWayWhenTheConsentEnded() throws Exception {
        Outgoing message = node.message(MessageState.QUEUED);
        node.transaction.executeWithoutResult(status -> node.outbox.restsOn(message, Set.of(CONSENT, "c2")));
        CountDownLatch underWay = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        node.partner = () -> {
            underWay.countDown();
            await(answer);
            return OutboxFixture.accepted();
        };
        CompletableFuture<Void> attempt =
                CompletableFuture.runAsync(() -> node.attempt(message), OutboxFixture.OWN_THREAD);
        await(underWay);

        // Recording the withdrawal does not wait for a slow partner
        withdraw();
        CompletableFuture<Void> worker = CompletableFuture.runAsync(() -> work(message), OutboxFixture.OWN_THREAD);
        node.untilDoneOrWaiting(worker);
        answer.countDown();
        attempt.get(20, TimeUnit.SECONDS);
        worker.get(20, TimeUnit.SECONDS);

        assertThat(node.state(message)).isEqualTo(MessageState.SENT);
        assertThat(notices()).hasSize(1);
    }

    @Test
    void tellsWhenTheReceiptOfALostAnswerComesLater() {
        Outgoing message = node.message(MessageState.QUEUED);
        node.transaction.executeWithoutResult(status -> node.outbox.restsOn(message, Set.of(CONSENT, "c2")));
        node.partner = () -> new Answer.Unreachable("TIMEOUT");
        node.attempt(message);
        node.decision = outgoing -> node.parked(MessageState.WITHDRAWN);
        withdraw();
        work(message);
        assertThat(notices()).isEmpty();

        node.settle(node.delivered(message));

        assertThat(node.state(message)).isEqualTo(MessageState.DELIVERED);
        assertThat(notices()).hasSize(1);
    }

    @Test
    void whatItsRecipientRefusedForAWithdrawalThatIsKnownHereIsWithdrawnAndNotRejected() {
        Outgoing message = node.message(MessageState.QUEUED);
        Outgoing other = node.message(MessageState.QUEUED);
        node.transaction.executeWithoutResult(status -> node.outbox.restsOn(message, Set.of(CONSENT)));
        node.attempt(message);
        node.consents = Set.of("c9");
        node.attempt(other);
        node.attempt(other);
        withdraw();
        work(message);

        for (Outgoing each : List.of(message, other)) {
            node.settle(node.receipt(each, OutboxFixture.TEAM, ReceiptStatus.REJECTED, "WITHDRAWN_BEFORE_DELIVERY"));
        }

        assertThat(node.state(message)).isEqualTo(MessageState.WITHDRAWN);
        assertThat(node.state(other)).as("nothing of it was withdrawn here").isEqualTo(MessageState.REJECTED);
    }

    @Test
    void aReceiptSettlesTheNotice() {
        Outgoing message = delivered();
        withdraw();
        work(message);
        MessageId id = notices().getFirst().id();

        node.settle(node.delivered(node.store.find(OutboxFixture.SCHOOL, id).orElseThrow()));

        assertThat(node.store.find(OutboxFixture.SCHOOL, id).orElseThrow().state())
                .isEqualTo(MessageState.DELIVERED);
        assertThat(lastDetail(message)).isEqualTo(WithdrawalNotices.TOLD);
        assertThat(node.outbox.history(message.sender(), message.id()))
                .last()
                .extracting(Outbox.Step::state)
                .isEqualTo(MessageState.DELIVERED);
        assertThat(node.outbox.find(OutboxFixture.SCHOOL, id))
                .as("a notice is no message")
                .isEmpty();
    }

    private Outgoing delivered() {
        Outgoing message = node.message(MessageState.QUEUED);
        node.transaction.executeWithoutResult(status -> node.outbox.restsOn(message, Set.of(CONSENT, "c2")));
        node.attempt(message);
        node.settle(node.delivered(message));
        return message;
    }

    private @Nullable String lastDetail(Outgoing message) {
        return node.outbox.history(message.sender(), message.id()).getLast().detail();
    }

    private void withdraw() {
        node.transaction.executeWithoutResult(status -> node.outbox.ended(CONSENT, node.clock.instant()));
    }

    /** What the channel's worker does with a reference. */
    private void work(Outgoing message) {
        node.attempt(message);
    }

    private List<WithdrawalNotice> notices() {
        return node
                .jdbc
                .sql("SELECT id FROM outgoing WHERE form = 'NOTICE' ORDER BY created_at")
                .query((row, i) -> new MessageId(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .map(id -> node.store.find(OutboxFixture.SCHOOL, id).orElseThrow())
                .map(outgoing -> MessageJson.readNotice(outgoing.content()))
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
