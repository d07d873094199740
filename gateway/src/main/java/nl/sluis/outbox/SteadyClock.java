package nl.sluis.outbox;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Counts on from the moment it was made, whatever happens to the time of day of this machine. */
final class SteadyClock extends Clock {

    private final Instant begin = Instant.now();
    private final long origin = System.nanoTime();

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return begin.plusNanos(System.nanoTime() - origin);
    }
}
