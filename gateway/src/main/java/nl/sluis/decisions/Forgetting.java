package nl.sluis.decisions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Lets go of what was kept long enough: first which message a decision was about, later its facts. */
@Component
final class Forgetting implements SchedulingConfigurer {

    private static final Duration OFTEN = Duration.ofHours(1);

    private final DecisionStore store;
    private final DecisionSettings settings;
    private final Clock clock;

    Forgetting(DecisionStore store, DecisionSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::forget, OFTEN);
    }

    void forget() {
        Instant now = clock.instant();
        store.forgetLinks(now.minus(settings.keepLinks()));
        store.forgetFacts(LocalDate.ofInstant(now.minus(settings.keepFacts()), ZoneOffset.UTC));
    }
}
