package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds rows with the very same conditions on the same day: rows that say something else contradict each other, and rows that
 * say the same are one row written twice. Wider questions about rows that overlap are for {@link Proofs}.
 */
final class Contradictions {

    private Contradictions() {}

    static void find(List<Rule> rules, List<Fault> faults) {
        Map<Object, List<Rule>> byBox = new HashMap<>();
        for (Rule rule : rules) {
            List<Rule> same = byBox.computeIfAbsent(rule.box().key(), box -> new ArrayList<>());
            for (Rule other : same) {
                if (rule.place().overlaps(other.place()) && !Limits.reached(faults)) {
                    compare(rule, other, faults);
                }
            }
            same.add(rule);
        }
    }

    private static void compare(Rule rule, Rule other, List<Fault> faults) {
        String conditions =
                "regel '%s' heeft dezelfde voorwaarden als '%s' (%s)".formatted(rule.id(), other.id(), other.source());
        if (rule.effect() == other.effect()) {
            fault(rule, conditions + "; schrijf er een rij van", faults);
        } else if (decides(rule) && decides(other)) {
            fault(
                    rule,
                    "%s, maar staat onder '%s' en die onder '%s': zij spreken elkaar tegen"
                            .formatted(
                                    conditions,
                                    rule.effect().heading(),
                                    other.effect().heading()),
                    faults);
        }
    }

    private static boolean decides(Rule rule) {
        return rule.effect().blocks() || rule.effect() == Effect.PERMIT;
    }

    private static void fault(Rule rule, String message, List<Fault> faults) {
        faults.add(new Fault(rule.place().file(), rule.place().line(), message));
    }
}
