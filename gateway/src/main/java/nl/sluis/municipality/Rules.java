package nl.sluis.municipality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of rules. Their order means nothing: for every household exactly one answer follows, or the table is refused.
 *
 * @param otherwise what holds where no rule does; null when the rules must say it all
 */
record Rules<T>(List<Rule<T>> rules, @Nullable T otherwise) {

    Rules {
        rules = List.copyOf(rules);
    }

    /**
     * A rule.
     *
     * @param line where it stands, counted from 1
     */
    record Rule<T>(int line, When when, T then) {}

    /**
     * What is wrong with a table.
     *
     * @param line of the rule at fault; 0 for the table
     */
    record Fault(int line, String code, String message) {}

    /** What follows; empty only for a table with faults. */
    Optional<T> answer(Situation situation) {
        return rules.stream()
                .filter(rule -> rule.when().holds(situation))
                .map(Rule::then)
                .findFirst()
                .or(() -> Optional.ofNullable(otherwise));
    }

    /** Each pair of rules that say different things of one household, with that household; each gap once; each rule that never holds. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        Set<Rule<T>> holding = new HashSet<>();
        Set<List<Rule<T>>> told = new HashSet<>();
        boolean gap = false;
        for (Situation situation : Situation.all()) {
            List<Rule<T>> hits =
                    rules.stream().filter(rule -> rule.when().holds(situation)).toList();
            holding.addAll(hits);
            for (int i = 1; i < hits.size(); i++) {
                Rule<T> one = hits.getFirst();
                Rule<T> other = hits.get(i);
                if (!one.then().equals(other.then()) && told.add(List.of(one, other))) {
                    faults.add(contradiction(one, other, situation));
                }
            }
            if (hits.isEmpty() && otherwise == null && !gap) {
                gap = true;
                faults.add(new Fault(0, "NOBODY", "No rule says where this goes: " + situation.example() + "."));
            }
        }
        for (Rule<T> rule : rules) {
            if (!holding.contains(rule)) {
                faults.add(new Fault(rule.line(), "NEVER_HOLDS", "This rule holds for no household."));
            }
        }
        return faults;
    }

    private Fault contradiction(Rule<T> one, Rule<T> other, Situation situation) {
        return new Fault(
                other.line(),
                "CONTRADICTION",
                "This says " + other.then() + ", and line " + one.line() + " says " + one.then()
                        + ", of one household: " + situation.example() + ".");
    }
}
