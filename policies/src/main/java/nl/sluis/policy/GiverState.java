package nl.sluis.policy;

import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * What one giver's records say about one item.
 *
 * @param refused whether a refusal of his covers it
 * @param shortcomings what is wrong with the record that decides, a bit each; 0 when there is none
 * @param used the one live consent that covers all of it; null when none does
 */
record GiverState(
        PersonRef giver,
        boolean refused,
        int shortcomings,
        @Nullable ConsentRecord used) {

    boolean covered() {
        return used != null;
    }

    boolean has(Shortcoming shortcoming) {
        return shortcoming.in(shortcomings);
    }

    /** Whether he can still be asked: who refused has decided and is not missing. */
    boolean missing() {
        return !covered() && !refused;
    }

    /** Whether it says the same of the same giver; on which consent it rests does not count. */
    boolean sameAs(GiverState other) {
        return giver == other.giver
                && refused == other.refused
                && shortcomings == other.shortcomings
                && covered() == other.covered();
    }
}
