package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.List;

/** The conditions of a box, one for each fact that matters in it. */
final class Conditions {

    private Conditions() {}

    /**
     * One condition.
     *
     * @param values what the fact may be, or must not be; in the order of the word list
     * @param not whether the values are excluded, which is said when that takes fewer words
     */
    record Condition(Fact fact, List<String> values, boolean not) {}

    static List<Condition> of(Box box, Vocabulary vocabulary) {
        List<Condition> conditions = new ArrayList<>();
        for (int f = 0; f < box.size(); f++) {
            Fact fact = vocabulary.fact(f);
            long mask = box.mask(f);
            if (mask != fact.all()) {
                boolean not = 2 * Long.bitCount(mask) > fact.values().size()
                        && fact.values().size() > 2;
                conditions.add(new Condition(fact, values(fact, not ? fact.all() & ~mask : mask), not));
            }
        }
        return conditions;
    }

    static List<String> values(Fact fact, long mask) {
        List<String> values = new ArrayList<>();
        for (int v = 0; v < fact.values().size(); v++) {
            if ((mask & 1L << v) != 0) {
                values.add(fact.values().get(v));
            }
        }
        return values;
    }
}
