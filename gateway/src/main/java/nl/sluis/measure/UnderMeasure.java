package nl.sluis.measure;

import java.util.Optional;
import java.util.Set;
import nl.sluis.custody.PersonClaim;
import nl.sluis.custody.PersonId;
import org.springframework.stereotype.Component;

/** A measure keeps the child known for as long as it is kept: who executes it decides with the parents, and what was decided on it must be provable. */
@Component
final class UnderMeasure implements PersonClaim {

    private final MeasureStore store;

    UnderMeasure(MeasureStore store) {
        this.store = store;
    }

    @Override
    public Optional<String> on(PersonId person) {
        return store.about(Set.of(person)).isEmpty() ? Optional.empty() : Optional.of("MEASURE");
    }
}
