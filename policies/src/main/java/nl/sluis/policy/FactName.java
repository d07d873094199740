package nl.sluis.policy;

import java.util.List;
import nl.sluis.policy.rules.Fact;
import nl.sluis.policy.rules.Packed;

/**
 * A fact that the code establishes, with its words in the rules.
 *
 * @param <V> an enum, or {@link Boolean} for a fact that does or does not hold
 * @param index its place in {@link FactNames#all()}
 * @param values the words of the enum's constants in their order; of no and yes
 * @param packed where it is kept among the facts of its level
 */
record FactName<V>(int index, Fact.Level level, String word, List<String> values, Packed packed) {

    FactName {
        values = List.copyOf(values);
    }
}
