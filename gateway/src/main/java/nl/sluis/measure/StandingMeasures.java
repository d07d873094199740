package nl.sluis.measure;

import java.time.Clock;
import java.util.Optional;
import nl.sluis.custody.PersonClaim;
import nl.sluis.custody.PersonId;
import nl.sluis.node.Dutch;
import org.springframework.stereotype.Component;

/** A child under a measure must be known again: who executes it decides with the parents. */
@Component
final class StandingMeasures implements PersonClaim {

    private final MeasureStore store;
    private final Clock clock;

    StandingMeasures(MeasureStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<String> on(PersonId person) {
        return store.stands(person, Dutch.day(clock.instant())) ? Optional.of("MEASURE_STANDS") : Optional.empty();
    }
}
