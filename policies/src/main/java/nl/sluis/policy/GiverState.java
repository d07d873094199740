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
        return (shortcomings & shortcoming.bit()) != 0;
    }

    /** Whether he can still be asked: who refused has decided and is not missing. */
    boolean missing() {
        return !covered() && !refused;
    }
}
