package nl.sluis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.ThreadId;
import nl.sluis.canonical.Urgency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A partner's node is away for a week and two minutes. The terms are those of {@link OutboxFixture#settings()}: routine seven days,
 * priority three, acute one. Everything that is due is tried at every step of the clock, as a node would.
 */
class AWeekAwayTest {

    private static final Duration STEP = Duration.ofHours(12);

    private final OutboxFixture node = new OutboxFixture();
    private final ThreadId thread = new ThreadId(UUID.randomUUID());
    /** May not go any more, as the decision at each attempt finds. */
    private final Set<MessageId> forbidden = ConcurrentHashMap.newKeySet();

    private final List<MessageId> accepted = new CopyOnWriteArrayList<>();
    private final List<Outgoing> unsettled = new ArrayList<>();

    AWeekAwayTest() {
        node.partner = () -> new Answer.Unreachable("TIMEOUT");
        node.decision = outgoing ->
                forbidden.contains(outgoing.id()) ? node.parked(MessageState.WITHDRAWN) : node.permitted(outgoing);
    }

    @AfterEach
    void close() {
        node.channel.close();
        node.acute.close();
    }

    @Test
    void deliversOnceAndInOrderWhatIsStillLawfulAndBringsTheRestToAPerson() {
        Outgoing firstOfThread = inThread();
        Outgoing urgent = node.message(MessageState.QUEUED, "SIGNAL", Urgency.PRIORITY);
        Outgoing alarmed = node.message(MessageState.QUEUED, "SIGNAL", Urgency.ACUTE);
        step(Duration.ofMinutes(1));
        assertThat(listed(alarmed).alarm()).as("somebody calls").isEqualTo(Alarms.OUT_OF_REACH);
        assertThat(node.undelivered.list(0, 10))
                .as("a routine message alarms nobody")
                .hasSize(1);
        days(1);
        Outgoing secondOfThread = inThread();
        Outgoing withdrawn = node.message(MessageState.QUEUED);
        days(1);
        assertThat(listed(alarmed).state()).as("its day is over").isEqualTo(MessageState.FAILED);
        Outgoing thirdOfThread = inThread();
        days(1);
        forbidden.add(withdrawn.id());
        days(3);
        Outgoing lateUrgent = node.message(MessageState.QUEUED, "SIGNAL", Urgency.PRIORITY);
        days(1);
        Outgoing lateAlarmed = node.message(MessageState.QUEUED, "SIGNAL", Urgency.ACUTE);
        step(Duration.ofMinutes(1));
        assertThat(listed(lateAlarmed).alarm()).isEqualTo(Alarms.OUT_OF_REACH);
        assertThat(accepted).isEmpty();

        node.partner = OutboxFixture::accepted;
        days(2);

        // The first of the thread was seven days old a moment ago; the rest of its thread goes on, in order, without it
        assertThat(List.of(node.state(firstOfThread), node.state(urgent), node.state(alarmed), node.state(withdrawn)))
                .containsExactly(MessageState.FAILED, MessageState.FAILED, MessageState.FAILED, MessageState.WITHDRAWN);
        assertThat(accepted)
                .containsExactlyInAnyOrder(secondOfThread.id(), thirdOfThread.id(), lateUrgent.id(), lateAlarmed.id());
        assertThat(accepted.indexOf(secondOfThread.id())).isLessThan(accepted.indexOf(thirdOfThread.id()));
        assertThat(node.undelivered.list(0, 10))
                .extracting(Undelivered.Entry::id)
                .as("every alarm of what arrived is over; what did not arrive waits for a person")
                .containsExactlyInAnyOrder(firstOfThread.id(), urgent.id(), alarmed.id(), withdrawn.id());
        assertThat(listed(firstOfThread).detail()).isEqualTo("EXPIRED");
        assertThat(listed(urgent).canBeRetried()).isTrue();
    }

    private Outgoing inThread() {
        return node.message(MessageState.QUEUED, thread, OutboxFixture.TEAM, Urgency.ROUTINE);
    }

    private void days(int days) {
        for (int i = 0; i < days * 2; i++) {
            step(STEP);
        }
    }

    /** Time goes on; what is due is tried, what was accepted is delivered there. */
    private void step(Duration by) {
        node.clock.advance(by);
        node.clockwork.tick();
        unsettled.forEach(sent -> node.settle(node.delivered(sent)));
        unsettled.clear();
        node.channel.references().stream().distinct().forEach(this::attempt);
    }

    private void attempt(String reference) {
        Outgoing before = node.store
                .find(OutboxFixture.SCHOOL, MessageId.parse(reference.substring(0, 36)))
                .orElseThrow();
        node.givenInOrder.clear();
        node.dispatcher.attempt(reference);
        if (node.state(before) == MessageState.SENT && !node.givenInOrder.isEmpty()) {
            accepted.addAll(node.givenInOrder);
            unsettled.add(before);
        }
    }

    private Undelivered.Entry listed(Outgoing outgoing) {
        return node.undelivered.list(0, 10).stream()
                .filter(entry -> entry.id().equals(outgoing.id()))
                .findFirst()
                .orElseThrow();
    }
}
