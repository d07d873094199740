package nl.sluis.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.chaos.Evidence.Due;
import nl.sluis.chaos.Evidence.Item;
import nl.sluis.chaos.Evidence.Submitted;
import nl.sluis.chaos.Judge.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The judge against forged evidence: a suite that cannot fail proves nothing. */
class JudgeTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration ATTEMPT = Duration.ofSeconds(7);

    private final List<Submitted> submitted = new ArrayList<>();
    private final Map<String, String> states = new HashMap<>();
    private final List<Item> feeds = new ArrayList<>();
    private final Map<String, Instant> arrivals = new HashMap<>();
    private final Map<String, Instant> attempts = new HashMap<>();
    private final Map<String, Instant> withdrawals = new HashMap<>();
    private final Map<String, Integer> audited = new HashMap<>();
    private final List<String> unsettled = new ArrayList<>();

    @BeforeEach
    void aRunInWhichAllIsWell() {
        delivered("arrived", "mila", Due.ARRIVES);
        delivered("in-time", "noor", Due.ARRIVES_OR_STOPS);
        stopped("stopped", "noor", "WITHDRAWN");
        submitted.add(new Submitted("held", "[held]", "fenna", "", 0, Due.STAYS));
        states.put("held", "HOLD");
        audited.put("message.decided held", 1);
        withdrawals.put("noor", NOON.plusSeconds(60));
        feeds.add(new Item("notice", "in-time", "CONSENT_EVENT", ""));
        answered("first", 0);
        answered("second", 1);
    }

    @Test
    void findsNothingWhereAllIsWell() {
        assertThat(verdict().faults()).isEmpty();
        assertThat(verdict().isClean()).isTrue();
        assertThat(verdict().sent()).isEqualTo(6);
    }

    @Test
    void seesAMessageThatNeverArrived() {
        feeds.removeIf(item -> item.messageId().equals("arrived"));
        assertThat(verdict().lost()).isEqualTo(1);
        assertThat(verdict().isClean()).isFalse();
    }

    @Test
    void seesAMessageWhoseSenderWasNeverTold() {
        states.put("arrived", "SENT");
        assertThat(verdict().lost()).isEqualTo(1);
    }

    @Test
    void seesAMessageThatWasGivenUp() {
        states.put("stopped", "FAILED");
        assertThat(verdict().lost()).isEqualTo(1);
    }

    @Test
    void seesAMessageThatItsNodeForgot() {
        states.remove("arrived");
        assertThat(verdict().lost()).isEqualTo(1);
    }

    @Test
    void seesAMessageWithTheContentOfAnother() {
        feeds.replaceAll(item -> item.messageId().equals("arrived") ? item("arrived", "[in-time]") : item);
        assertThat(verdict().lost()).isEqualTo(1);
    }

    @Test
    void seesAMessageThatArrivedWithoutConsent() {
        feeds.add(item("held", "[held]"));
        assertThat(verdict().lost()).isEqualTo(1);
    }

    @Test
    void seesAMessageThatIsReadTwice() {
        feeds.add(item("arrived", "[arrived]"));
        assertThat(verdict().twice()).isEqualTo(1);
        assertThat(verdict().isClean()).isFalse();
    }

    @Test
    void seesAMessageThatIsConfirmedTwice() {
        audited.put("message.delivered arrived", 2);
        assertThat(verdict().twice()).isEqualTo(1);
    }

    @Test
    void seesASubmissionThatBecameTwoMessages() {
        feeds.add(item("another", "[arrived]"));
        assertThat(verdict().twice()).isEqualTo(1);
    }

    @Test
    void seesAMessageWhoseAttemptBeganAfterTheWithdrawal() {
        arrivals.put("in-time", NOON.plusSeconds(61));
        attempts.put("in-time", NOON.plusSeconds(60).plusMillis(1));
        assertThat(verdict().afterWithdrawal()).isEqualTo(1);
        assertThat(verdict().isClean()).isFalse();
    }

    @Test
    void seesAMessageThatCameLaterThanAnyAttemptCanLast() {
        arrivals.put("in-time", NOON.plusSeconds(60).plus(ATTEMPT).plusMillis(1));
        attempts.remove("in-time");
        assertThat(verdict().afterWithdrawal()).isEqualTo(1);
    }

    @Test
    void countsWhatWasOnTheWireAtTheWithdrawalApart() {
        arrivals.put("in-time", NOON.plusSeconds(61));
        attempts.put("in-time", NOON.plusSeconds(59));
        assertThat(verdict().afterWithdrawal()).isZero();
        assertThat(verdict().inFlight()).isEqualTo(1);
        assertThat(verdict().isClean()).isTrue();
    }

    @Test
    void seesARecipientThatWasNotToldOfAWithdrawal() {
        feeds.removeIf(item -> item.messageId().equals("notice"));
        assertThat(verdict().untold()).isEqualTo(1);
        assertThat(verdict().isClean()).isFalse();
    }

    @Test
    void seesAThreadThatIsOutOfOrder() {
        feeds.removeIf(item -> item.messageId().equals("first"));
        feeds.add(item("first", "[first]"));
        assertThat(verdict().outOfOrder()).isEqualTo(1);
        assertThat(verdict().isClean()).isNotEqualTo(Judge.ORDER_IS_PROMISED);
    }

    @Test
    void seesAnActThatIsNotInTheAudit() {
        audited.remove("message.received arrived");
        assertThat(verdict().audit()).isEqualTo(1);
        assertThat(verdict().isClean()).isFalse();
    }

    @Test
    void seesWorkThatIsLeft() {
        unsettled.add("1 references in a channel");
        assertThat(verdict().isClean()).isFalse();
    }

    @Test
    void aRunThatSentLessThanWasAskedIsNotClean() {
        Chaos.Order order = new Chaos.Order(7, 1, 1, 1, EnumSet.noneOf(Fault.class));
        Report.Counts counts = new Report.Counts(0, 0, 1, 0, 0, List.of());
        Report.Times times = new Report.Times(Duration.ZERO, Duration.ZERO, List.of());
        Report report = new Report(order, new Schedule(List.of()), verdict(), List.of(), counts, times, List.of());
        assertThat(report.line()).isEqualTo("chaos: 6 sent, 0 lost, 0 twice, 0 after withdrawal, 0 kills, 0 cuts");
        assertThat(report.isClean()).isFalse();
        assertThat(report.json()).containsEntry("after withdrawal", 0).containsEntry("sent", 6);
    }

    private Verdict verdict() {
        return new Judge(ATTEMPT)
                .judge(new Evidence(submitted, states, feeds, arrivals, attempts, withdrawals, audited, unsettled));
    }

    private void delivered(String id, String child, Due due) {
        submitted.add(new Submitted(id, "[" + id + "]", child, "", 0, due));
        arrived(id);
    }

    private void answered(String id, int place) {
        submitted.add(new Submitted(id, "[" + id + "]", "", "thread", place, Due.ARRIVES));
        arrived(id);
    }

    private void arrived(String id) {
        states.put(id, "DELIVERED");
        feeds.add(item(id, "[" + id + "]"));
        arrivals.put(id, NOON);
        attempts.put(id, NOON.minusMillis(5));
        for (String event : List.of(
                "message.decided", "message.sent", "envelope.received", "message.received", "message.delivered")) {
            audited.put(event + " " + id, 1);
        }
    }

    private void stopped(String id, String child, String state) {
        submitted.add(new Submitted(id, "[" + id + "]", child, "", 0, Due.ARRIVES_OR_STOPS));
        states.put(id, state);
        audited.put("message.decided " + id, 1);
    }

    private static Item item(String id, String text) {
        return new Item(id, "", "SIGNAL", text);
    }
}
