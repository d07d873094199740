package nl.sluis.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import nl.sluis.policy.RuleSets;
import org.junit.jupiter.api.Test;

class FactsCodeTest {

    private static final Vocabulary WORDS = RuleSets.builtIn().vocabulary();
    private final FactsCode code = new FactsCode(WORDS);

    @Test
    void everyPointComesBackFromItsCode() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Point point = Point.unknown(WORDS);
            WORDS.facts()
                    .forEach(fact -> point.set(
                            fact.name(),
                            fact.values().get(random.nextInt(fact.values().size()))));
            String written = code.of(point);
            Point read = code.point(written).orElseThrow();
            for (int f = 0; f < WORDS.facts().size(); f++) {
                assertThat(read.value(f)).isEqualTo(point.value(f));
            }
        }
    }

    @Test
    void whatNoPointWroteIsNotRead() {
        String good = code.of(Point.unknown(WORDS));
        assertThat(code.point(good)).isPresent();
        assertThat(code.point("")).isEmpty();
        assertThat(code.point(good + "00")).isEmpty();
        assertThat(code.point(good.substring(2))).isEmpty();
        assertThat(code.point("g" + good.substring(1))).isEmpty();
        assertThat(code.point("f".repeat(good.length()))).isEmpty();
    }

    @Test
    void theHashNamesTheWordsAndNotTheirMeaning() {
        RuleBook otherMeaning = DifferenceTest.shipped(
                "10-woordenlijst.md", text -> text.replace("waarop de afzender zich beroept", "de claim"));
        RuleBook otherValues = RuleSets.read(DifferenceTest.withAnInterpreter());
        assertThat(new FactsCode(otherMeaning.vocabulary()).vocabularyHash()).isEqualTo(code.vocabularyHash());
        assertThat(new FactsCode(otherValues.vocabulary()).vocabularyHash()).isNotEqualTo(code.vocabularyHash());
    }
}
