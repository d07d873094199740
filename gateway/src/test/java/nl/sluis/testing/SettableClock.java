package nl.sluis.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is told to move. */
public final class SettableClock extends Clock {

    private volatile Instant now;

    /** Stands at the given moment. */
    public SettableClock(Instant now) {
        this.now = now;
    }

    /** Moves on. */
    public void advance(Duration by) {
        now = now.plus(by);
    }

    /** Stands at another moment, earlier or later. */
    public void moveTo(Instant moment) {
        now = moment;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
