package nl.sluis.policy;

import java.util.List;
import java.util.Set;
import nl.sluis.canonical.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * Whose consent is needed for items about one person.
 *
 * @param groups who must consent; only those needed at every possible age
 * @param age null when it is unknown and matters
 * @param heldBy who holds parental authority; null when that is not certain
 * @param custodians holders of parental authority; empty when not needed or not certain
 * @param representatives who may consent for an incapable person
 * @param alternatives representatives on record beside a minor's custodians: from 16 custody does not matter, and one of them
 *     suffices instead; empty where the law names a guardian
 * @param everyRepresentative whether each of them must (custodians), or one of them suffices (those on record)
 */
record Givers(
        Set<GiverGroup> groups,
        @Nullable AgeClass age,
        @Nullable HeldBy heldBy,
        List<PersonRef> custodians,
        List<PersonRef> representatives,
        List<PersonRef> alternatives,
        boolean everyRepresentative) {

    boolean needed(GiverGroup group) {
        return groups.contains(group);
    }
}
