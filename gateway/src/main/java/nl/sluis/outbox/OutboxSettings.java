package nl.sluis.outbox;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
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
 * @param giveUpAfter how long the recipient may be out of reach before the message fails, counted from when it last became
 *     permitted
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
        @NotNull @DefaultValue("7d") Duration giveUpAfter,
        @NotNull @DefaultValue("5m") Duration lookAgain) {

    /** How long an attempt takes at most, whatever the other side does. */
    Duration longestAttempt() {
        return connectTimeout.plus(answerTimeout);
    }

    /** The wait after a number of failed attempts, before jitter. */
    Duration backoff(int attempts) {
        int doublings = Math.min(Math.max(attempts - 1, 0), 30);
        Duration wait = firstRetry.multipliedBy(1L << doublings);
        return wait.compareTo(longestRetry) > 0 ? longestRetry : wait;
    }
}
