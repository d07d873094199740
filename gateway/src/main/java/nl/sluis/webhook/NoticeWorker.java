package nl.sluis.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries what waits, each in the transaction of its place in the channel: a killed process leaves it as it was. At least once, and in no
 * order. A system that does not answer is left alone until its pause is over, so that it does not hold up the others.
 */
final class NoticeWorker {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeWorker.class);
    private static final int ID_LENGTH = 36;

    /** Doubling any further is longer than the longest pause. */
    private static final int MOST_DOUBLINGS = 16;

    private final Receivers receivers;
    private final NoticeRows rows;
    private final Clock clock;
    private final Map<String, Instant> silentUntil = new ConcurrentHashMap<>();

    NoticeWorker(Receivers receivers, NoticeRows rows, Clock clock) {
        this.receivers = receivers;
        this.rows = rows;
        this.clock = clock;
    }

    /** Tries one, in the running transaction. */
    void attempt(String reference) {
        UUID id = UUID.fromString(reference.substring(0, ID_LENGTH));
        String subscription = reference.substring(ID_LENGTH + 1);
        rows.locked(id, subscription)
                .ifPresent(notice -> receivers
                        .find(subscription)
                        .ifPresentOrElse(
                                receiver -> attempt(notice, receiver),
                                () -> giveUp(notice, "NO_SUBSCRIPTION", clock.instant())));
    }

    private void attempt(Notice notice, Receiver receiver) {
        Instant silent = silentUntil.getOrDefault(receiver.name(), Instant.EPOCH);
        if (silent.isAfter(clock.instant())) {
            rows.putOff(notice, silent.plusMillis(ThreadLocalRandom.current().nextLong(1000)));
            return;
        }
        switch (receiver.give(notice)) {
            case Outcome.Taken taken -> {
                silentUntil.remove(receiver.name());
                rows.taken(notice);
            }
            case Outcome.Gone gone -> giveUp(notice, gone.code(), clock.instant());
            case Outcome.NotNow not -> later(notice, receiver, not);
        }
    }

    private void later(Notice notice, Receiver receiver, Outcome.NotNow not) {
        Instant now = clock.instant();
        Duration pause = pause(notice, receiver);
        Duration wait = not.notBefore().compareTo(pause) > 0 ? atMost(not.notBefore()) : pause;
        Instant due = now.plus(wait);
        silentUntil.put(receiver.name(), now.plus(atMost(receiver.firstRetry())));
        if (due.isAfter(notice.at().plus(receiver.giveUpAfter()))) {
            giveUp(notice, not.code(), now);
        } else {
            rows.tryAgain(notice, not.code(), due);
        }
    }

    private static Duration pause(Notice notice, Receiver receiver) {
        return atMost(receiver.firstRetry().multipliedBy(1L << Math.min(notice.attempts(), MOST_DOUBLINGS)));
    }

    private static Duration atMost(Duration asked) {
        return asked.compareTo(Subscriptions.LONGEST_PAUSE) > 0 ? Subscriptions.LONGEST_PAUSE : asked;
    }

    private void giveUp(Notice notice, String code, Instant now) {
        rows.giveUp(notice, code, now);
        LOG.error("webhook {}: a notice was given up ({})", notice.subscription(), code);
    }
}
