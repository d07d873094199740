package nl.sluis.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of sending, under {@code sluis.outbox}.
 *
 * @param connectTimeout longest wait for a connection
 * @param answerTimeout longest wait for the answer of the recipient's node
 * @param firstRetry wait after the first failure; doubles with every next one
 * @param longestRetry longest wait between two attempts
 * @param giveUpAfter how long a routine message or a receipt may wait for its recipient's node before it fails, counted from
 *     when it last became permitted
 * @param giveUpPriorityAfter the same for a message with priority
 * @param giveUpAcuteAfter the same for an acute one
 * @param terms the same by message kind, such as {@code VT_REPORT: 1d}; the shorter of this and that of the urgency counts
 * @param giveUpHoldAfter how long a message waits for a consent or a person before it fails
 * @param keepUndelivered how long a failed message keeps its content, so that a person can have it tried again
 * @param alarmAfter how long an acute message may go unaccepted before there is an alarm; when its recipient's node is known to be
 *     out of reach, there is one at once
 * @param awaitDelivery how long a message waits for the receipt of the one before it in its thread
 * @param perPartner attempts that may be under way at one partner at a time, in each process
 * @param lookAgain everything that waits is looked at this often, also when nothing woke it: a process that was killed, a
 *     consent that was recorded at the same instant, a day that has come
 */
@Validated
@ConfigurationProperties("sluis.outbox")
public record OutboxSettings(
        @NotNull @DefaultValue("5s") Duration connectTimeout,
        @NotNull @DefaultValue("10s") Duration answerTimeout,
        @NotNull @DefaultValue("1s") Duration firstRetry,
        @NotNull @DefaultValue("1m") Duration longestRetry,
        @NotNull @DefaultValue("14d") Duration giveUpAfter,
        @NotNull @DefaultValue("7d") Duration giveUpPriorityAfter,
        @NotNull @DefaultValue("2d") Duration giveUpAcuteAfter,
        @NotNull @DefaultValue Map<String, Duration> terms,
        @NotNull @DefaultValue("90d") Duration giveUpHoldAfter,
        @NotNull @DefaultValue("30d") Duration keepUndelivered,
        @NotNull @DefaultValue("5m") Duration alarmAfter,
        @NotNull @DefaultValue("2m") Duration awaitDelivery,
        @Min(1) @Max(100) @DefaultValue("3") int perPartner,
        @NotNull @DefaultValue("5m") Duration lookAgain) {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** How long an attempt takes at most, whatever the other side does. */
    Duration longestAttempt() {
        return connectTimeout.plus(answerTimeout);
    }

    /** How long a partner that does not answer is left alone at most. */
    Duration longestPause() {
        return shorter(LONGEST_PAUSE, longestRetry);
    }

    /** No attempt is put off for longer. */
    Duration longestWait() {
        return lookAgain.compareTo(longestRetry) > 0 ? lookAgain : longestRetry;
    }

    /** The wait after a number of failed attempts, before jitter. */
    Duration backoff(int attempts) {
        int doublings = Math.min(Math.max(attempts - 1, 0), 30);
        return shorter(firstRetry.multipliedBy(1L << doublings), longestRetry);
    }

    /**
     * How long something may stand in a state before it fails; empty when it never does. A withdrawal does not lapse because a
     * partner was away for a summer.
     */
    Optional<Duration> term(Outgoing outgoing, MessageState state) {
        return switch (outgoing.form()) {
            case MESSAGE ->
                switch (state) {
                    case QUEUED ->
                        Optional.of(ofUrgency(outgoing))
                                .map(term -> terms.containsKey(outgoing.kind())
                                        ? shorter(term, terms.get(outgoing.kind()))
                                        : term);
                    case HOLD, REVIEW -> Optional.of(giveUpHoldAfter);
                    default -> Optional.empty();
                };
            case RECEIPT, CONSENT_QUESTION ->
                state == MessageState.QUEUED ? Optional.of(giveUpAfter) : Optional.empty();
            case NOTICE, CANCELLATION, CONSENT_COPY, CONSENT_WORD -> Optional.empty();
        };
    }

    private Duration ofUrgency(Outgoing outgoing) {
        return switch (outgoing.urgency()) {
            case ROUTINE -> giveUpAfter;
            case PRIORITY -> giveUpPriorityAfter;
            case ACUTE -> giveUpAcuteAfter;
        };
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
