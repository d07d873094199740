package nl.sluis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import nl.sluis.canonical.Urgency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The figures of the queue count what they say; that none is of a family is in {@code MetersTest}. */
class OutboxMetricsTest {

    private final OutboxFixture node = new OutboxFixture();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void bound() {
        new OutboxMetrics(node.jdbc, node.clock).bindTo(meters);
    }

    @AfterEach
    void close() {
        node.channel.close();
        node.acute.close();
    }

    @Test
    void countWhatWaitsByStateAndHowLongTheOldestDoesInSeconds() {
        node.message(MessageState.QUEUED);
        node.message(MessageState.HOLD);
        node.clock.advance(Duration.ofSeconds(90));
        node.message(MessageState.HOLD);

        assertThat(figure("sluis.outbox.waiting", "QUEUED")).isEqualTo(1);
        assertThat(figure("sluis.outbox.waiting", "HOLD")).isEqualTo(2);
        assertThat(figure("sluis.outbox.waiting", "REVIEW")).isZero();
        assertThat(figure("sluis.outbox.oldest", "HOLD")).isEqualTo(90);
        assertThat(meters.get("sluis.outbox.oldest")
                        .tag("state", "HOLD")
                        .gauge()
                        .getId()
                        .getBaseUnit())
                .isEqualTo("seconds");
    }

    @Test
    void countAnAlarmUntilTheMessageIsAcceptedAndWhatDidNotArriveUntilSomebodyClosesIt() {
        Outgoing acute = node.message(MessageState.QUEUED, "SIGNAL", Urgency.ACUTE);
        node.partner = () -> new Answer.Unreachable("NO_CONNECTION");
        node.attempt(acute);
        assertThat(figure("sluis.outbox.alarms")).isEqualTo(1);
        node.partner = OutboxFixture::accepted;
        node.attempt(acute);
        assertThat(figure("sluis.outbox.alarms")).isZero();

        Outgoing refused = node.message(MessageState.QUEUED);
        node.partner = () -> new Answer.Refused("TOO_LARGE");
        node.attempt(refused);
        assertThat(figure("sluis.outbox.undelivered")).isEqualTo(1);
        node.transaction.executeWithoutResult(
                status -> node.undelivered.close(refused.sender(), refused.id(), Undelivered.Closing.NOT_NEEDED));
        assertThat(figure("sluis.outbox.undelivered")).isZero();
    }

    @Test
    void haveTheNamesThatOperatorsWatchAndNoTagButTheState() {
        assertThat(meters.getMeters())
                .extracting(meter -> meter.getId().getName())
                .containsOnly(
                        "sluis.outbox.waiting",
                        "sluis.outbox.oldest",
                        "sluis.outbox.alarms",
                        "sluis.outbox.undelivered");
        assertThat(meters.getMeters().stream().map(Meter::getId).flatMap(id -> id.getTags().stream()))
                .allMatch(tag -> tag.getKey().equals("state"));
        assertThat(meters.getMeters()).allMatch(meter -> meter.getId().getDescription() != null);
    }

    private double figure(String name) {
        return meters.get(name).gauge().value();
    }

    private double figure(String name, String state) {
        return meters.get(name).tag("state", state).gauge().value();
    }
}
