package nl.sluis.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.sluis.policy.RuleSets;
import org.junit.jupiter.api.Test;

/** What no case is decided by directly is still said when it changes. */
class RowChangesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final DifferenceSentences DUTCH = new DifferenceSentences(Language.NL, DifferenceWords.TABLES_DUTCH);

    @Test
    void whoIsAskedIsSaidAsItWasAndAsItBecomes() {
        RuleBook after = DifferenceTest.shipped(
                "20-toestemming.md",
                text -> text.replace(
                        "| BOTH | gezagsdragers, betrokkene | Jeugdwet 7.3.4;",
                        "| BOTH | betrokkene | Jeugdwet 7.3.4;"));
        assertThat(DUTCH.of(Difference.between(RuleSets.builtIn(), after), TODAY))
                .contains("Regel T-N4 is gewijzigd: wie gezagsdragers, betrokkene -> betrokkene.");
    }

    @Test
    void whenTheFamilyIsToldNothingIsCompared() {
        RuleBook narrower = DifferenceTest.shipped(
                "12-uitleg.md",
                text -> text.replace(
                        "| VEILIG_THUIS, RAAD, GI, POLICE | - | iedereen |", "| RAAD, GI | - | anderen |"));
        Difference difference = Difference.between(RuleSets.builtIn(), narrower);
        assertThat(difference.decidesAlike()).isTrue();
        assertThat(difference.isEmpty()).isFalse();
        assertThat(DUTCH.of(difference, TODAY))
                .anyMatch(sentence -> sentence.startsWith("Zwijgen Z-3 is gewijzigd: als ontvanger=")
                        && sentence.endsWith("ontvanger=RAAD, GI, voor iedereen -> anderen."));
        assertThat(difference.hash())
                .isNotEqualTo(Difference.between(RuleSets.builtIn(), RuleSets.builtIn())
                        .hash());
        RuleBook less = DifferenceTest.shipped("12-uitleg.md", text -> DifferenceTest.withoutRow(text, "Z-4"));
        assertThat(DUTCH.of(Difference.between(RuleSets.builtIn(), less), TODAY))
                .contains("Zwijgen Z-4 vervalt.");
        assertThat(DUTCH.of(Difference.between(less, RuleSets.builtIn()), TODAY))
                .contains("Zwijgen Z-4 is nieuw.");
    }
}
