package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.List;

/** Says in Dutch which row would have permitted, and which facts would have to be different (cure list). */
public final class NearestPermit {

    private NearestPermit() {}

    /** One sentence for the nearest row; for rows that are as near, one each. Empty when nothing permits on this ground. */
    public static List<String> sentences(RuleSet rules, Point point) {
        List<Rule> nearest = new ArrayList<>();
        int fewest = Integer.MAX_VALUE;
        for (Rule rule : rules.rules()) {
            if (rule.effect() != Effect.PERMIT || !sameGround(rules.vocabulary(), rule, point)) {
                continue;
            }
            int distance = differing(rule, point).size();
            if (distance < fewest) {
                nearest.clear();
                fewest = distance;
            }
            if (distance == fewest) {
                nearest.add(rule);
            }
        }
        return fewest == 0
                ? List.of()
                : nearest.stream()
                        .map(rule -> sentence(rules.vocabulary(), rule, point))
                        .toList();
    }

    // A ground is claimed, not cured: "choose another ground" is no advice that a machine should give.
    private static boolean sameGround(Vocabulary vocabulary, Rule rule, Point point) {
        Integer ground = vocabulary.position("grondslag");
        return ground == null || rule.box().contains(ground, point.value(ground));
    }

    private static List<Integer> differing(Rule rule, Point point) {
        List<Integer> facts = new ArrayList<>();
        for (int f = 0; f < rule.box().size(); f++) {
            if (!rule.box().contains(f, point.value(f))) {
                facts.add(f);
            }
        }
        return facts;
    }

    private static String sentence(Vocabulary vocabulary, Rule rule, Point point) {
        List<String> parts = new ArrayList<>();
        for (int f : differing(rule, point)) {
            Fact fact = vocabulary.fact(f);
            List<String> wanted = new ArrayList<>();
            for (int v = 0; v < fact.values().size(); v++) {
                if (rule.box().contains(f, v)) {
                    wanted.add(fact.values().get(v));
                }
            }
            String now = fact.values().get(point.value(f));
            parts.add("%s zou %s moeten zijn (is %s)".formatted(fact.name(), String.join(" of ", wanted), now));
        }
        return rule.id() + " zou gelden als: " + String.join("; ", parts);
    }
}
