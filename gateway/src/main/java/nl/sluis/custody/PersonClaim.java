package nl.sluis.custody;

import java.util.Optional;

/** Somebody who needs it to stay known who a person is. */
public interface PersonClaim {

    /** Why this person may not be erased now: a stable code, upper case with underscores; empty when nothing here is in the way. */
    Optional<String> on(PersonId person);
}
