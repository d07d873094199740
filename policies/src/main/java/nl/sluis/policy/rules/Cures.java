package nl.sluis.policy.rules;

import java.util.List;

/**
 * The smallest sets of facts that would turn a message into a permit. Exact: after the change a permit row holds for every item and
 * no row stands in the way, and with any fact of a set left as it is that is not so. Only facts that somebody can supply are changed.
 *
 * @param sets the fewest changes first; empty when nothing helps
 * @param complete whether all were found; false when the search reached its limit of {@value CureSearch#MAX_STEPS} steps or
 *     {@value CureSearch#MAX_SETS} sets
 */
public record Cures(List<List<Change>> sets, boolean complete) {

    /** No cure, and none was looked for. */
    public static final Cures NONE = new Cures(List.of(), true);

    public Cures {
        sets = sets.stream().map(List::copyOf).toList();
    }

    /**
     * One fact that must become different.
     *
     * @param values any of them will do
     * @param who who can see to it
     * @param items places in the list of items; empty for a fact of the whole message
     */
    public record Change(String fact, List<String> values, Contributor who, List<Integer> items) {

        public Change {
            values = List.copyOf(values);
            items = List.copyOf(items);
        }
    }

    /**
     * An item with its facts.
     *
     * @param subject whom it is about; what a register says of a person holds for all items about him
     */
    public record Item(Point point, Object subject) {}

    /** What is possible beside what the phrases allow, such as the ages that a partial birth date leaves open. */
    public interface Possible {

        /** Whether the fact of an item, by its place in the list, could turn out to have a value. */
        boolean test(int item, String fact, String value);
    }

    /** Finds them. The points must agree on the facts of the message. */
    public static Cures of(RuleSet rules, Phrases phrases, List<Item> items, Possible possible) {
        return items.isEmpty() ? NONE : new CureSearch(rules, new Changeable(rules, phrases, items, possible)).run();
    }
}
