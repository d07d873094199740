package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * A permit row that comes near, and which facts would have to be different for it. Says nothing of rows that stand in the way; the
 * {@link Cures} do.
 *
 * @param wanted what the row asks of the facts that differ
 * @param now what is so of the same facts
 */
public record NearestPermit(Rule rule, List<Statement> wanted, List<Statement> now) {

    public NearestPermit {
        wanted = List.copyOf(wanted);
        now = List.copyOf(now);
    }

    /** The nearest row on the ground that was claimed, or those that are as near; empty when one holds or none is there. */
    public static List<NearestPermit> of(RuleSet rules, Point point) {
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
                        .map(rule -> nearest(rules.vocabulary(), rule, point))
                        .toList();
    }

    /** One sentence in Dutch for each, in the words of the rules. */
    public static List<String> sentences(RuleSet rules, Point point) {
        return of(rules, point).stream().map(NearestPermit::sentence).toList();
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

    private static NearestPermit nearest(Vocabulary vocabulary, Rule rule, Point point) {
        List<Statement> wanted = new ArrayList<>();
        List<Statement> now = new ArrayList<>();
        for (int f : differing(rule, point)) {
            Fact fact = vocabulary.fact(f);
            wanted.add(new Statement(
                    fact.name(),
                    fact.values().stream()
                            .filter(value ->
                                    rule.box().contains(f, fact.values().indexOf(value)))
                            .toList()));
            now.add(new Statement(fact.name(), List.of(fact.values().get(point.value(f)))));
        }
        return new NearestPermit(rule, wanted, now);
    }

    private String sentence() {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            parts.add("%s zou %s moeten zijn (is %s)"
                    .formatted(
                            wanted.get(i).fact(),
                            String.join(" of ", wanted.get(i).values()),
                            now.get(i).values().getFirst()));
        }
        return rule.id() + " zou gelden als: " + String.join("; ", parts);
    }
}
