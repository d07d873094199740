package nl.sluis.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import nl.sluis.policy.RuleSets;
import org.junit.jupiter.api.Test;

/** The masks against the boxes that they are made of, row by row. */
class RuleSetTest {

    private static final int POINTS = 5_000;

    private final RuleBook book = RuleSets.builtIn();
    private final Vocabulary vocabulary = book.vocabulary();

    @Test
    void exactlyTheRowsHoldWhoseEveryCellAllowsThePoint() {
        Random random = new Random(20261122);
        for (LocalDate day : book.periods()) {
            RuleSet rules = book.on(day);
            for (int i = 0; i < POINTS / book.periods().size(); i++) {
                Point point = anywhere(random);
                List<Rule> expected = rules.rules().stream()
                        .filter(rule -> allows(rule, point))
                        .toList();
                assertThat(rules.at(point).rules()).isEqualTo(expected);
            }
        }
    }

    @Test
    void everyExampleIsAnsweredByTheRowsThatAllowIt() {
        RuleSet rules = book.on(LocalDate.of(2026, 11, 22));
        assertThat(book.examples())
                .allSatisfy(example -> assertThat(rules.at(example.point()).rules())
                        .isEqualTo(rules.rules().stream()
                                .filter(rule -> allows(rule, example.point()))
                                .toList()));
    }

    @Test
    void aWordThatTheListDoesNotHaveIsFoundWhenItIsLookedUp() {
        List<String> noYes = List.of("nee", "ja");
        assertThat(vocabulary.slot("derde", Fact.Level.ITEM, noYes)).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vocabulary.slot("vierde", Fact.Level.ITEM, noYes))
                .withMessageContaining("vierde");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vocabulary.slot("derde", Fact.Level.ITEM, List.of("nee", "misschien")))
                .withMessageContaining("misschien");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vocabulary.slot("derde", Fact.Level.MESSAGE, noYes))
                .withMessageContaining("level");
    }

    private Point anywhere(Random random) {
        Point point = Point.unknown(vocabulary);
        for (Fact fact : vocabulary.facts()) {
            // Half of them usual, or hardly any row would hold
            int value = random.nextBoolean()
                    ? fact.usual()
                    : random.nextInt(fact.values().size());
            point.set(fact.name(), fact.values().get(value));
        }
        return point;
    }

    private static boolean allows(Rule rule, Point point) {
        for (int f = 0; f < rule.box().size(); f++) {
            if (!rule.box().contains(f, point.value(f))) {
                return false;
            }
        }
        return true;
    }
}
