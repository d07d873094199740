package nl.sluis.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.Regime;
import nl.sluis.policy.rules.Effect;
import nl.sluis.policy.rules.Point;
import nl.sluis.policy.rules.RuleSet;
import org.junit.jupiter.api.Test;

/** The table of givers over its whole space, beside law table 3.2 written out by hand. */
class GiversTableTest {

    private static final Map<String, Integer> AGES = Map.of("onder12", 8, "12tot15", 13, "vanaf16", 17);

    private final RuleSet rules = RuleSets.builtIn().on(LocalDate.of(2026, 11, 22));

    @Test
    void asksWhoTheLawTableAsks() {
        for (Regime regime : Regime.values()) {
            for (Map.Entry<String, Integer> age : AGES.entrySet()) {
                for (boolean capable : new boolean[] {true, false}) {
                    for (boolean both : new boolean[] {true, false}) {
                        assertThat(asked(LegalBasis.CONSENT, regime.name(), age.getKey(), capable, both))
                                .as("%s %s %s %s", regime, age.getKey(), capable, both)
                                .isEqualTo(GiversByLaw.groups(regime, age.getValue(), capable, both));
                    }
                }
            }
        }
    }

    @Test
    void asksTheStrictestWhenTheActIsUnknown() {
        for (Map.Entry<String, Integer> age : AGES.entrySet()) {
            for (boolean capable : new boolean[] {true, false}) {
                Set<String> strictest = java.util.Arrays.stream(Regime.values())
                        .flatMap(regime -> GiversByLaw.groups(regime, age.getValue(), capable, true).stream())
                        .collect(Collectors.toSet());
                assertThat(asked(LegalBasis.CONSENT, "onbekend", age.getKey(), capable, true))
                        .isEqualTo(strictest);
            }
        }
    }

    @Test
    void asksNobodyOnAGroundThatNeedsNoConsent() {
        for (LegalBasis basis : LegalBasis.values()) {
            if (!List.of(LegalBasis.CONSENT, LegalBasis.FAMILY_PRESENT).contains(basis)) {
                assertThat(asked(basis, "AVG", "onder12", true, true))
                        .as("%s", basis)
                        .isEmpty();
            }
        }
    }

    private Set<String> asked(LegalBasis basis, String regime, String age, boolean capable, boolean both) {
        Point point = Point.unknown(rules.vocabulary())
                .set("grondslag", basis.name())
                .set("regime", regime)
                .set("leeftijd", age)
                .set("wilsbekwaam", capable ? "ja" : "nee")
                .set("openbaarmaking", both ? "BOTH" : "CHILD_ONLY");
        return rules.at(point).of(Effect.REQUIRE).stream()
                .flatMap(rule -> rule.words().names().stream())
                .collect(Collectors.toSet());
    }
}
