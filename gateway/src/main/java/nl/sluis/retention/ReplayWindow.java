package nl.sluis.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Which envelopes may still be opened, by the time at which they were signed. A node seals afresh at every attempt, so that an
 * honest one is minutes old; one that is as old as the memory for duplicates may have been delivered and forgotten.
 */
@Component
public final class ReplayWindow {

    /** A clock may be wrong by a day; a later signature would outlive the memory for its duplicates. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final RetentionSettings settings;
    private final Clock clock;

    /** The window that goes with the terms of a node. */
    public ReplayWindow(RetentionSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether an envelope that was signed then may be opened now. */
    public boolean allows(Instant signedAt) {
        Instant now = clock.instant();
        Instant oldest = settings.before(RetentionSettings.Term.TRAFFIC, now).plus(RetentionSettings.MARGIN);
        return signedAt.isAfter(oldest) && isPast(signedAt);
    }

    /** Whether a time has come, as far as clocks agree: terms and estimates count from the time that a message says of itself. */
    public boolean isPast(Instant said) {
        return !said.isAfter(clock.instant().plus(AHEAD));
    }
}
