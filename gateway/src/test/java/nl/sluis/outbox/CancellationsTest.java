package nl.sluis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import nl.sluis.adapter.MessageJson;
import nl.sluis.canonical.Cancellation;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.ReceiptStatus;
import nl.sluis.canonical.Urgency;
import nl.sluis.outbox.Undelivered.Closing;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CancellationsTest {

    private final OutboxFixture node = new OutboxFixture();

    @ParameterizedTest
    @EnumSource(names = {"WITHDRAWN", "DENY", "HOLD", "REVIEW", "FAILED"})
    void tellsTheRecipientOnceWhenAMessageDoesNotGoOnOfWhichChunksWent(MessageState state) {
        Outgoing message = halfWay();
        node.decision = outgoing -> node.parked(state);

        node.attempt(message);
        node.attempt(message);

        assertThat(node.state(message)).isEqualTo(state);
        assertThat(told()).singleElement().satisfies(cancellation -> {
            assertThat(cancellation.about()).isEqualTo(message.id());
            assertThat(cancellation.recipient()).isEqualTo(message.recipient());
            assertThat(cancellation.at()).isEqualTo(node.clock.instant());
        });
        assertThat(node.audit.audited()).anyMatch(entry -> entry.startsWith("cancellation.told "));
    }

    static List<Named<BiConsumer<OutboxFixture, Outgoing>>> ends() {
        return List.of(
                Named.of("expired", (node, message) -> {
                    node.clock.advance(Duration.ofDays(8));
                    node.clockwork.tick();
                }),
                Named.of(
                        "closed",
                        (node, message) -> node.transaction.executeWithoutResult(
                                status -> node.undelivered.close(message.sender(), message.id(), Closing.NOT_NEEDED))),
                Named.of("refused", (node, message) -> {
                    node.partner = () -> new Answer.Refused("TOO_LARGE");
                    node.attempt(message);
                }));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void tellsItHoweverTheMessageEnds(BiConsumer<OutboxFixture, Outgoing> ends) {
        Outgoing message = halfWay();
        ends.accept(node, message);
        assertThat(node.state(message)).isIn(MessageState.FAILED, MessageState.WITHDRAWN);
        assertThat(told()).extracting(Cancellation::about).containsExactly(message.id());
    }

    @Test
    void tellsItAgainWhenItStopsAgainAfterMoreOfItWent() {
        Outgoing message = halfWay();
        node.decision = outgoing -> node.parked(MessageState.HOLD);
        node.attempt(message);
        node.clock.advance(Duration.ofMinutes(1));
        carries(message);
        node.attempt(message);
        assertThat(told()).extracting(Cancellation::at).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void saysNothingOfWhatNeverWentOrHasCome() {
        Outgoing sent = halfWay();
        node.attempt(sent);
        assertThat(node.state(sent)).isEqualTo(MessageState.SENT);
        node.settle(node.delivered(sent));
        Outgoing never = node.message(MessageState.QUEUED);
        node.decision = outgoing -> node.parked(MessageState.WITHDRAWN);
        node.attempt(never);
        assertThat(told()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"DENY", "HOLD", "REVIEW"})
    void takesBackWhatWasSentAndMayWaitForAScannerWhenTheConsentBehindItEnds(MessageState now) {
        Outgoing message = sentOnAConsent();
        node.decision = outgoing -> node.parked(now);

        endConsent();
        node.attempt(message);
        node.attempt(message);

        assertThat(told()).extracting(Cancellation::about).containsExactly(message.id());
        assertThat(node.audit.audited()).anyMatch(entry -> entry.startsWith("withdrawal.told "));
        assertThat(node.state(message)).as("until its recipient has said so").isEqualTo(MessageState.SENT);
    }

    @Test
    void leavesWhatWasSentAndMayStillGoOnAnotherGround() {
        Outgoing message = sentOnAConsent();
        endConsent();
        node.attempt(message);
        assertThat(told()).isEmpty();
    }

    @Test
    void tellsOfTheWithdrawalAlsoWhenItCannotDecideAgain() {
        Outgoing message = sentOnAConsent();
        node.decision = outgoing -> {
            throw new IllegalStateException("no certificate of the recipient holds today");
        };
        endConsent();
        node.attempt(message);
        assertThat(node.audit.audited()).anyMatch(entry -> entry.startsWith("withdrawal.told "));
    }

    private Outgoing sentOnAConsent() {
        Outgoing message = halfWay();
        node.consents = Set.of("c1");
        node.transaction.executeWithoutResult(status -> node.outbox.restsOn(message, node.consents));
        node.attempt(message);
        assertThat(node.state(message)).isEqualTo(MessageState.SENT);
        return message;
    }

    private void endConsent() {
        node.transaction.executeWithoutResult(status -> node.outbox.ended("c1", node.clock.instant()));
    }

    @Test
    void nobodyIsCalledWhenANodeOfAnEarlierVersionDoesNotKnowWhatItIs() {
        Outgoing message = halfWay();
        node.decision = outgoing -> node.parked(MessageState.HOLD);
        node.attempt(message);
        Outgoing cancellation =
                node.store.find(OutboxFixture.SCHOOL, told().getFirst().id()).orElseThrow();
        node.settle(node.receipt(cancellation, cancellation.recipient(), ReceiptStatus.REJECTED, "UNREADABLE"));
        assertThat(node.state(cancellation)).isEqualTo(MessageState.REJECTED);
        assertThat(node.jdbc
                        .sql("SELECT count(*) FROM outgoing WHERE ended_at IS NOT NULL")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"ROUTINE", "ACUTE"})
    void comesBeforeTheMessageThatMayGoAgain(Urgency urgency) {
        Outgoing message = halfWay(urgency);
        node.decision = outgoing -> node.parked(MessageState.HOLD);
        node.attempt(message);
        Outgoing cancellation =
                node.store.find(OutboxFixture.SCHOOL, told().getFirst().id()).orElseThrow();
        node.decision = node::permitted;
        node.attempt(message);
        node.attempt(message);
        assertThat(node.state(message)).isEqualTo(MessageState.QUEUED);
        assertThat(node.givenInOrder).doesNotContain(message.id());

        node.transaction.executeWithoutResult(status ->
                node.log.record(cancellation, (Prepared.Ready) node.permitted(cancellation), OutboxFixture.accepted()));
        node.attempt(message);
        assertThat(node.givenInOrder)
                .as("it has come, and may not have been dealt with")
                .doesNotContain(message.id());

        node.settle(node.delivered(cancellation));
        node.attempt(message);
        assertThat(node.state(message)).isEqualTo(MessageState.SENT);
    }

    @Test
    void isNeverGivenUpWhileTheNodeIsOutOfReachAndSettledByAReceipt() {
        Outgoing message = halfWay();
        node.decision = outgoing -> node.parked(MessageState.WITHDRAWN);
        node.attempt(message);
        Outgoing cancellation =
                node.store.find(OutboxFixture.SCHOOL, told().getFirst().id()).orElseThrow();

        node.clock.advance(Duration.ofDays(200));
        node.log.record(
                cancellation, (Prepared.Ready) node.permitted(cancellation), new Answer.Unreachable("CONNECTION"));
        node.clockwork.tick();
        assertThat(node.state(cancellation)).isEqualTo(MessageState.QUEUED);

        node.settle(node.delivered(cancellation));
        assertThat(node.state(cancellation)).isEqualTo(MessageState.DELIVERED);
        assertThat(node.audit.audited()).anyMatch(entry -> entry.startsWith("cancellation.delivered "));
    }

    private Outgoing halfWay() {
        return halfWay(Urgency.ROUTINE);
    }

    private Outgoing halfWay(Urgency urgency) {
        Outgoing message = node.message(MessageState.QUEUED, "SIGNAL", urgency);
        UUID attachment = UUID.randomUUID();
        node.jdbc
                .sql(
                        "INSERT INTO attachment (id, state, media_type, touched_at) VALUES (?, 'CLEAN', 'image/png', now())")
                .param(attachment)
                .update();
        node.jdbc
                .sql("INSERT INTO attachment_outgoing (sender, message, attachment) VALUES (?, ?, ?)")
                .params(message.sender().value(), message.id().value(), attachment)
                .update();
        carries(message);
        return message;
    }

    private void carries(Outgoing message) {
        node.jdbc
                .sql("UPDATE attachment_outgoing SET carried_at = ? WHERE message = ?")
                .params(Timestamp.from(node.clock.instant()), message.id().value())
                .update();
    }

    private List<Cancellation> told() {
        return node
                .jdbc
                .sql("SELECT id FROM outgoing WHERE form = 'CANCELLATION' ORDER BY created_at")
                .query((row, i) -> new MessageId(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .map(id -> node.store.find(OutboxFixture.SCHOOL, id).orElseThrow())
                .map(outgoing -> MessageJson.readCancellation(outgoing.content()))
                .toList();
    }
}
