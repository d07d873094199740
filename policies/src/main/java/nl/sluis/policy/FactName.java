package nl.sluis.policy;

import java.util.List;
import nl.sluis.policy.rules.Fact;

/**
 * A fact that the code establishes, with its words in the rules.
 *
 * @param <V> an enum, or {@link Boolean} for a fact that does or does not hold
 * @param index its place in {@link FactNames#all()}
 * @param values the words of the enum's constants in their order; of no and yes
 */
record FactName<V>(int index, Fact.Level level, String word, List<String> values) {

    FactName {
        values = List.copyOf(values);
    }
}
