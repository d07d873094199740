package nl.sluis.watch;

import java.time.Duration;
import java.util.List;
import nl.sluis.node.OneAtATime;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedRateTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Sends every reader round by the clock, each by itself: one that fails or is slow holds up no other. */
public class FeedRounds implements SchedulingConfigurer {

    private static final Duration EVERY = Duration.ofSeconds(2);

    private final List<Round> rounds;

    FeedRounds(FeedWatch watch, List<ItemReader> readers) {
        this.rounds = readers.stream()
                .map(reader -> new Round(watch, reader, new OneAtATime()))
                .toList();
    }

    private record Round(FeedWatch watch, ItemReader reader, OneAtATime underWay) implements Runnable {
        @Override
        public void run() {
            underWay.run(() -> watch.look(reader));
        }
    }

    /** All of them, one after the other, now. */
    public void go() {
        rounds.forEach(Round::run);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        rounds.forEach(round -> tasks.addFixedRateTask(new FixedRateTask(round, EVERY, EVERY)));
    }
}
