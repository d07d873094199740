package nl.sluis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.ReceiptStatus;
import nl.sluis.canonical.Urgency;
import nl.sluis.outbox.Undelivered.Closing;
import nl.sluis.outbox.Undelivered.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UndeliveredTest {

    private static final Answer SILENCE = new Answer.Unreachable("TIMEOUT");

    private final OutboxFixture node = new OutboxFixture();

    @AfterEach
    void close() {
        node.channel.close();
    }

    @ParameterizedTest
    @CsvSource({"ROUTINE,SIGNAL,PT168H", "PRIORITY,SIGNAL,PT72H", "ACUTE,SIGNAL,PT24H", "ROUTINE,VT_REPORT,PT12H"})
    void whatHasNotGoneInItsTermGoesToAPerson(Urgency urgency, String kind, Duration term) {
        Outgoing message = node.message(MessageState.QUEUED, kind, urgency);

        node.clock.advance(term.minusSeconds(1));
        node.clockwork.tick();
        assertThat(node.state(message)).isEqualTo(MessageState.QUEUED);
        node.clock.advance(Duration.ofSeconds(1));
        node.clockwork.tick();

        assertThat(node.state(message)).isEqualTo(MessageState.FAILED);
        assertThat(only().detail()).isEqualTo("EXPIRED");
        assertThat(node.audit.audited()).anyMatch(entry -> entry.startsWith("message.failed"));
    }

    @Test
    void aRowThatIsNotAsItWasWrittenExpiresLikeAnyOtherAndStopsNothing() {
        Outgoing corrupt = node.message(MessageState.QUEUED);
        Outgoing other = node.message(MessageState.QUEUED);
        node.jdbc
                .sql("UPDATE outgoing SET content = '\\x00', answer = '\\x01' WHERE id = ?")
                .param(corrupt.id().value())
                .update();

        node.attempt(corrupt);
        node.clock.advance(Duration.ofDays(8));
        node.clockwork.tick();

        assertThat(node.jdbc
                        .sql("SELECT state FROM outgoing ORDER BY position")
                        .query(String.class)
                        .list())
                .containsExactly("FAILED", "FAILED");
        assertThat(node.undelivered.close(corrupt.sender(), corrupt.id(), Closing.SENT_OTHERWISE))
                .isEqualTo(Outcome.DONE);
        assertThat(only().id()).isEqualTo(other.id());
    }

    @Test
    void anAcuteMessageRaisesAnAlarmAtOnceWhenItsRecipientIsOutOfReachAndItEndsWhenItIsAccepted() {
        Outgoing acute = node.message(MessageState.QUEUED, "SIGNAL", Urgency.ACUTE);
        node.partner = () -> SILENCE;

        node.attempt(acute);
        node.attempt(acute);
        assertThat(only().alarm()).isEqualTo(Alarms.OUT_OF_REACH);
        assertThat(node.audit.audited())
                .filteredOn(entry -> entry.startsWith("message.alarm"))
                .hasSize(1);
        node.partner = OutboxFixture::accepted;
        node.attempt(acute);

        assertThat(node.undelivered.list(0, 10)).isEmpty();
    }

    @Test
    void anAcuteMessageThatIsNotAcceptedInTimeRaisesAnAlarmAlsoWhenItWasNeverTried() {
        Outgoing acute = node.message(MessageState.QUEUED, "SIGNAL", Urgency.ACUTE);
        node.message(MessageState.QUEUED, "SIGNAL", Urgency.PRIORITY);

        node.clock.advance(Duration.ofMinutes(4));
        node.clockwork.tick();
        assertThat(node.undelivered.list(0, 10)).isEmpty();
        node.clock.advance(Duration.ofMinutes(1));
        node.clockwork.tick();

        assertThat(only().id()).isEqualTo(acute.id());
        assertThat(only().alarm()).isEqualTo(Alarms.NOT_ACCEPTED);
    }

    @Test
    void aRoutineMessageToAPartnerThatIsAwayAlarmsNobody() {
        Outgoing message = node.message(MessageState.QUEUED);
        node.partner = () -> SILENCE;

        node.attempt(message);
        node.clock.advance(Duration.ofHours(1));
        node.clockwork.tick();

        assertThat(node.undelivered.list(0, 10)).isEmpty();
    }

    @Test
    void aFailedMessageIsDecidedAfreshAndSentWhenAPersonSaysSo() {
        Outgoing message = failed();
        assertThat(only().canBeRetried()).isTrue();
        node.channel.empty();

        assertThat(retry(message)).isEqualTo(Outcome.DONE);
        assertThat(node.channel.references()).containsExactly(Due.of(message).reference());
        node.partner = OutboxFixture::accepted;
        node.attempt(message);

        assertThat(node.state(message)).isEqualTo(MessageState.SENT);
        assertThat(node.undelivered.list(0, 10)).isEmpty();
        assertThat(retry(message)).isEqualTo(Outcome.NOT_NOW);
    }

    @Test
    void aRetryThatIsNotPermittedAnyMoreDoesNotGo() {
        Outgoing message = failed();
        node.decision = outgoing -> node.parked(MessageState.WITHDRAWN);
        int before = node.given;

        retry(message);
        node.attempt(message);

        assertThat(node.state(message)).isEqualTo(MessageState.WITHDRAWN);
        assertThat(node.given).isEqualTo(before);
    }

    @Test
    void aFailedMessageKeepsItsContentForItsTermAndNoLonger() {
        Outgoing message = failed();
        node.clock.advance(Duration.ofDays(29));
        node.clockwork.tick();
        assertThat(kept(message)).isTrue();

        node.clock.advance(Duration.ofDays(2));
        node.clockwork.tick();

        assertThat(kept(message)).isFalse();
        assertThat(node.audit.audited()).anyMatch(entry -> entry.startsWith("message.content-destroyed"));
        assertThat(only().canBeRetried()).isFalse();
        assertThat(retry(message)).isEqualTo(Outcome.CONTENT_GONE);
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "HOLD", "REVIEW"})
    void closingEndsWhatHasNotGoneAndDestroysItsContent(MessageState state) {
        Outgoing message = node.message(state);

        assertThat(node.undelivered.close(message.sender(), message.id(), Closing.CALLED))
                .isEqualTo(Outcome.DONE);
        node.attempt(message);

        assertThat(node.given).isZero();
        assertThat(node.state(message)).isEqualTo(MessageState.WITHDRAWN);
        assertThat(kept(message)).isFalse();
        assertThat(node.undelivered.list(0, 10)).isEmpty();
        assertThat(node.audit.audited())
                .filteredOn(entry -> entry.startsWith("message.closed"))
                .singleElement()
                .asString()
                .contains("reason=CALLED", "recipient=wijkteam-noord");
        assertThat(retry(message)).isEqualTo(Outcome.NOT_NOW);
        assertThat(node.undelivered.close(message.sender(), message.id(), Closing.CALLED))
                .isEqualTo(Outcome.NOT_NOW);
    }

    @ParameterizedTest
    @EnumSource(names = {"SENT", "DELIVERED", "DENY"})
    void whatArrivedOrNeverMightCannotBeClosedOrRetried(MessageState state) {
        Outgoing message = node.message(state);

        assertThat(retry(message)).isEqualTo(Outcome.NOT_NOW);
        assertThat(node.undelivered.close(message.sender(), message.id(), Closing.MISTAKE))
                .isEqualTo(Outcome.NOT_NOW);
    }

    @Test
    void whatIsNotThereIsNotToldApart() {
        assertThat(node.undelivered.retry(OutboxFixture.SCHOOL, new MessageId(UUID.randomUUID())))
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(node.undelivered.close(OutboxFixture.SCHOOL, new MessageId(UUID.randomUUID()), Closing.MISTAKE))
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void whatWasRejectedOrWithdrawnIsListedInPagesUntilItIsClosed() {
        Outgoing rejected = node.message(MessageState.SENT);
        node.settle(node.receipt(rejected, OutboxFixture.TEAM, ReceiptStatus.REJECTED, "UNDECRYPTABLE"));
        Outgoing withdrawn = node.message(MessageState.QUEUED);
        node.decision = outgoing -> node.parked(MessageState.WITHDRAWN);
        node.attempt(withdrawn);

        Undelivered.Entry first = node.undelivered.list(0, 1).getFirst();
        List<Undelivered.Entry> rest = node.undelivered.list(first.position(), 10);

        assertThat(first.id()).isEqualTo(rejected.id());
        assertThat(first.detail()).isEqualTo("UNDECRYPTABLE");
        assertThat(rest)
                .singleElement()
                .satisfies(entry -> assertThat(entry.id()).isEqualTo(withdrawn.id()));
        node.undelivered.close(rejected.sender(), rejected.id(), Closing.SENT_OTHERWISE);
        assertThat(only().id()).isEqualTo(withdrawn.id());
    }

    @Test
    void aReceiptForSomethingElseThanWasSentChangesNothingButTellsAPerson() {
        Outgoing message = node.message(MessageState.QUEUED);
        node.attempt(message);

        node.settle(node.receiptFor(message, "00".repeat(32)));
        node.settle(node.receiptFor(message, "no hash"));
        node.settle(node.receiptFor(message, null));
        assertThat(node.state(message)).isEqualTo(MessageState.SENT);
        assertThat(only().alarm()).isEqualTo(Alarms.RECEIPT_CONTRADICTS);
        assertThat(node.audit.audited()).contains("receipt.contradicts {recipient=wijkteam-noord}");
        node.settle(node.delivered(message));

        assertThat(node.state(message)).isEqualTo(MessageState.DELIVERED);
        assertThat(node.undelivered.list(0, 10)).isEmpty();
    }

    @Test
    void anAcceptanceOfAnEnvelopeThatWasNeverOfferedIsNotBelieved() {
        Outgoing message = node.message(MessageState.QUEUED);
        node.partner = () -> new Answer.Accepted(OutboxFixture.bytes("signed"), "00".repeat(32));

        node.attempt(message);

        assertThat(node.state(message)).isEqualTo(MessageState.QUEUED);
    }

    @Test
    void theAcceptanceOfAnEarlierAttemptWhoseAnswerWasLostIsBelieved() {
        Outgoing message = node.message(MessageState.QUEUED);
        node.partner = () -> SILENCE;
        node.attempt(message);
        node.sealed = "sealed anew";
        node.partner = OutboxFixture::accepted;

        node.attempt(message);

        assertThat(node.state(message)).isEqualTo(MessageState.SENT);
    }

    @Test
    void whatDidNotComeThereForSureIsNotKeptAsOffered() {
        Outgoing message = node.message(MessageState.QUEUED);
        node.partner = () -> new Answer.Unreachable(ExchangeClient.NOTHING_SENT);

        node.attempt(message);

        assertThat(node.jdbc
                        .sql("SELECT count(*) FROM outgoing_attempt")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private Outgoing failed() {
        Outgoing message = node.message(MessageState.QUEUED);
        node.partner = () -> new Answer.Refused("TOO_LARGE");
        node.attempt(message);
        assertThat(node.state(message)).isEqualTo(MessageState.FAILED);
        return message;
    }

    private Outcome retry(Outgoing message) {
        return node.undelivered.retry(message.sender(), message.id());
    }

    private boolean kept(Outgoing message) {
        return node.jdbc
                .sql("SELECT content IS NOT NULL AND original IS NOT NULL FROM outgoing WHERE id = ?")
                .param(message.id().value())
                .query(Boolean.class)
                .single();
    }

    private Undelivered.Entry only() {
        List<Undelivered.Entry> entries = node.undelivered.list(0, 10);
        assertThat(entries).hasSize(1);
        return entries.getFirst();
    }
}
