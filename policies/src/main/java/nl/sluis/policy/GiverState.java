package nl.sluis.policy;

import java.util.Set;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * What one giver's records say about one item.
 *
 * @param refused whether a refusal of his covers it
 * @param shortcomings what is wrong with the record that decides, in the words of the rules; empty when there is none
 * @param used the one live consent that covers all of it; null when none does
 */
record GiverState(
        PersonRef giver,
        boolean refused,
        Set<String> shortcomings,
        @Nullable ConsentRecord used) {

    boolean covered() {
        return used != null;
    }
}
