package nl.sluis.meldcode;

import java.util.Optional;
import nl.sluis.custody.PersonClaim;
import nl.sluis.custody.PersonId;
import org.springframework.stereotype.Component;

/** A meldcode case keeps whom it is about known until it is erased itself. */
@Component
final class SubjectOfCase implements PersonClaim {

    private final MeldcodeStore store;

    SubjectOfCase(MeldcodeStore store) {
        this.store = store;
    }

    @Override
    public Optional<String> on(PersonId person) {
        return store.isAbout(person) ? Optional.of("MELDCODE_CASE") : Optional.empty();
    }
}
