package nl.sluis.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.sluis.policy.RuleSets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Our engine beside KIE DMN on the exported model of the last period. What is compared is printed: which tables over their whole
 * space, which by the corners of their rows.
 */
class DmnDifferentialTest {

    private static final long SEED = 20_261_122;
    private static final int CHANGED_EXAMPLES = 1_000;

    private static final RuleBook BOOK = RuleSets.builtIn();
    private static final LocalDate DAY =
            BOOK.periods().stream().max(LocalDate::compareTo).orElseThrow();
    private static final RuleSet RULES = BOOK.on(DAY);
    private static final Vocabulary WORDS = BOOK.vocabulary();
    private static KieEngine kie;

    private final Random random = new Random(SEED);

    @BeforeAll
    static void readsTheExportedModel() {
        kie = new KieEngine(DmnExport.of(BOOK, DAY));
    }

    @Test
    void everyTableCollectsTheSameRows() {
        long compared = 0;
        int whole = 0;
        List<DmnExport.Table> tables = DmnExport.tables(BOOK, DAY);
        for (DmnExport.Table table : tables) {
            TablePoints points = new TablePoints(WORDS, table, random);
            long[] count = {0};
            if (points.full()) {
                whole++;
                points.all(at -> count[0] += compare(table, at));
            } else {
                points.corners(at -> count[0] += compare(table, at));
            }
            System.out.printf(
                    "%s %s: %d rows, %d columns, space %d, %s, %d points%n",
                    table.name(),
                    table.effect(),
                    table.rules().size(),
                    table.facts().size(),
                    points.size(),
                    points.full() ? "whole" : "corners and random",
                    count[0]);
            compared += count[0];
        }
        System.out.printf(
                "tables %d, over their whole space %d, points compared %d, seed %d%n",
                tables.size(), whole, compared, SEED);
        assertThat(compared).isGreaterThan(tables.size());
        assertThat(tables.stream().flatMap(table -> table.rules().stream()))
                .containsExactlyInAnyOrderElementsOf(RULES.rules());
    }

    private long compare(DmnExport.Table table, int[] at) {
        Point point = anyPoint();
        for (int c = 0; c < at.length; c++) {
            set(point, table.facts().get(c), at[c]);
        }
        TreeSet<String> ours = RULES.at(point).rules().stream()
                .filter(table.rules()::contains)
                .map(Rule::id)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(kie.rows(table.name(), facts(table.facts(), point)))
                .as(table.name())
                .isEqualTo(ours);
        return 1;
    }

    @Test
    void theCombiningDecisionAgreesOnEveryInput() {
        List<Effect> effects = List.of(Effect.DENY, Effect.REVIEW, Effect.HOLD, Effect.PERMIT);
        for (int some = 0; some < 1 << effects.size(); some++) {
            Map<String, List<String>> given = new HashMap<>();
            List<Rule> hit = new java.util.ArrayList<>();
            for (int e = 0; e < effects.size(); e++) {
                Effect effect = effects.get(e);
                boolean here = (some & (1 << e)) != 0;
                Rule rule = RULES.rules().stream()
                        .filter(one -> one.effect() == effect)
                        .findFirst()
                        .orElseThrow();
                given.put(DmnExport.collected(effect), here ? List.of(rule.id()) : List.of());
                if (here) {
                    hit.add(rule);
                }
            }
            assertThat(kie.combine(given)).as("%s", given).isEqualTo(new Hits(hit).decision());
        }
        System.out.printf("combining decision: all %d inputs%n", 1 << effects.size());
    }

    @Test
    void examplesAndWhatIsNearThemAreDecidedAlike() {
        List<Example> examples = BOOK.examples();
        List<Integer> all = java.util.stream.IntStream.range(0, WORDS.facts().size())
                .boxed()
                .toList();
        Map<String, Integer> outcomes = new HashMap<>();
        for (int i = 0; i < CHANGED_EXAMPLES; i++) {
            Point point = examples.get(random.nextInt(examples.size())).point().copy();
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                int fact = random.nextInt(WORDS.facts().size());
                set(point, fact, random.nextInt(WORDS.fact(fact).values().size()));
            }
            String ours = RULES.at(point).decision();
            assertThat(kie.evaluate(DmnExport.DECISION, facts(all, point)))
                    .as("%s", facts(all, point))
                    .isEqualTo(ours);
            outcomes.merge(ours, 1, Integer::sum);
        }
        System.out.printf("decisions compared end to end %d: %s%n", CHANGED_EXAMPLES, outcomes);
        assertThat(outcomes).containsOnlyKeys("toestaan", "weigeren", "beoordelen", "wachten");
    }

    private Point anyPoint() {
        Point point = Point.unknown(WORDS);
        for (int f = 0; f < WORDS.facts().size(); f++) {
            set(point, f, random.nextInt(WORDS.fact(f).values().size()));
        }
        return point;
    }

    private static void set(Point point, int fact, int value) {
        point.set(WORDS.fact(fact).name(), WORDS.fact(fact).values().get(value));
    }

    private static Map<String, String> facts(List<Integer> facts, Point point) {
        Map<String, String> values = new HashMap<>();
        for (int fact : facts) {
            values.put(
                    DmnExport.word(WORDS.fact(fact).name()),
                    WORDS.fact(fact).values().get(point.value(fact)));
        }
        return values;
    }
}
