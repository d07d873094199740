package nl.sluis.consent;

import java.time.Clock;
import java.util.Optional;
import nl.sluis.custody.PersonClaim;
import nl.sluis.custody.PersonId;
import nl.sluis.node.Dutch;
import org.springframework.stereotype.Component;

/** A consent that still counts was given to others too, and a refusal must be found: neither may lose by or about whom it is. */
@Component
final class StandingStatements implements PersonClaim {

    private final ConsentStore store;
    private final Clock clock;

    StandingStatements(ConsentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<String> on(PersonId person) {
        return store.stands(person, Dutch.day(clock.instant())) ? Optional.of("STATEMENT_STANDS") : Optional.empty();
    }
}
