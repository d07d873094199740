package nl.sluis.policy.rules;

import java.util.List;

/** The rows that hold at a point, in the order of the files. */
public record Hits(List<Rule> rules) {

    public Hits {
        rules = List.copyOf(rules);
    }

    /** The rows of one effect. */
    public List<Rule> of(Effect effect) {
        return rules.stream().filter(rule -> rule.effect() == effect).toList();
    }

    /** Whether a row permits and none stands in the way: silence denies. */
    public boolean permits() {
        boolean permit = false;
        for (Rule rule : rules) {
            if (rule.effect().blocks()) {
                return false;
            }
            permit |= rule.effect() == Effect.PERMIT;
        }
        return permit;
    }

    /** The decision in the word of the examples. */
    public String decision() {
        if (permits()) {
            return "toestaan";
        }
        boolean deny = !of(Effect.DENY).isEmpty();
        if (!deny && !of(Effect.REVIEW).isEmpty()) {
            return "beoordelen";
        }
        return !deny && !of(Effect.HOLD).isEmpty() ? "wachten" : "weigeren";
    }
}
