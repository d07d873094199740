package nl.sluis.consent;

import java.util.List;
import nl.sluis.custody.PersonConflict;

/** What became of statements that were to be recorded. */
public sealed interface Recording {

    /**
     * All are in the register.
     *
     * @param ids in the order of the statements; a statement that was in the register already has the identity that it had
     */
    record Recorded(List<String> ids) implements Recording {
        public Recorded {
            ids = List.copyOf(ids);
        }
    }

    /** Nothing was recorded: who is meant is contradictory. */
    record UnclearPersons(PersonConflict conflict) implements Recording {}
}
