package nl.sluis.consent;

import java.util.Optional;
import nl.sluis.custody.PersonClaim;
import nl.sluis.custody.PersonId;
import org.springframework.stereotype.Component;

/**
 * A statement keeps whoever gave it and whomever it is about known, for as long as it is kept: a consent must be provable (GDPR art. 7(1)),
 * a refusal must be found, and one that was withdrawn must not count again when its form is brought once more.
 */
@Component
final class NamedInConsents implements PersonClaim {

    private final ConsentStore store;

    NamedInConsents(ConsentStore store) {
        this.store = store;
    }

    @Override
    public Optional<String> on(PersonId person) {
        return store.names(person) ? Optional.of("STATEMENT") : Optional.empty();
    }
}
