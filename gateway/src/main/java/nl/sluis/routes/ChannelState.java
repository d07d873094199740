package nl.sluis.routes;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How one channel of this process fares: for health, metrics and the log. By codes; never a name of a file, nor a text of others. */
final class ChannelState {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelState.class);

    private final String name;
    private final MeterRegistry meters;
    private final Clock clock;
    private volatile @Nullable Trouble trouble;
    private volatile @Nullable Instant last;

    /** What became of a document. */
    enum Outcome {
        /** All of it was decided about. */
        DECIDED,
        /** Not all of it. */
        REFUSED
    }

    ChannelState(String name, MeterRegistry meters, Clock clock) {
        this.name = name;
        this.meters = meters;
        this.clock = clock;
        meters.gauge(
                "sluis.channel.trouble",
                List.of(Tag.of("channel", name)),
                this,
                state -> state.trouble().isPresent() ? 1 : 0);
        for (Outcome outcome : Outcome.values()) {
            counter(outcome);
        }
    }

    /** What the channel is called. */
    String name() {
        return name;
    }

    /** What is wrong; empty when nothing is. */
    Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** When the last document came; empty since the start of this process. */
    Optional<Instant> last() {
        return Optional.ofNullable(last);
    }

    /** A document was dealt with, and so nothing is wrong. */
    void took(Outcome outcome) {
        count(outcome);
        fine();
    }

    /** A document was dealt with; whether another one is in trouble is not known yet. */
    void count(Outcome outcome) {
        last = clock.instant();
        counter(outcome).increment();
    }

    /** Nothing is wrong any more. */
    synchronized void fine() {
        if (trouble != null) {
            trouble = null;
            LOG.info("channel {} brings documents again", name);
        }
    }

    /** Something is wrong; the log is told once. */
    synchronized void is(Trouble now) {
        if (trouble != now) {
            trouble = now;
            LOG.warn("channel {} brings no documents: {}", name, now);
        }
    }

    /** Something is wrong that nobody thought of. The log has its sort and its place, and not its text, which may quote a document. */
    synchronized void unexpected(Throwable thrown) {
        if (trouble().filter(Trouble.UNEXPECTED::equals).isEmpty()) {
            LOG.error(
                    "channel {}: {} at {}",
                    name,
                    thrown.getClass().getName(),
                    thrown.getStackTrace().length == 0 ? "" : thrown.getStackTrace()[0]);
        }
        is(Trouble.UNEXPECTED);
    }

    private Counter counter(Outcome outcome) {
        return meters.counter(
                "sluis.channel.documents",
                "channel",
                name,
                "outcome",
                outcome.name().toLowerCase(Locale.ROOT));
    }
}
