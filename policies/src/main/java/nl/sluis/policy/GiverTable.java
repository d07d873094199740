package nl.sluis.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.Regime;
import nl.sluis.policy.rules.Effect;
import nl.sluis.policy.rules.RuleSet;
import org.jspecify.annotations.Nullable;

/** The table of givers (law table 3.2), asked once for every combination of what it can depend on. */
final class GiverTable {

    private static final List<AgeClass> AGES = List.of(AgeClass.values());
    private static final List<Regime> REGIMES = List.of(Regime.values());
    private static final List<RecordedFacts.Disclosure1215> DISCLOSURES =
            List.of(RecordedFacts.Disclosure1215.values());

    private final List<Set<GiverGroup>> answers = new ArrayList<>();

    GiverTable(RuleSet rules, Slots slots) {
        List<@Nullable Regime> regimes = new ArrayList<>(REGIMES);
        regimes.add(null);
        for (AgeClass age : AGES) {
            for (boolean capable : new boolean[] {false, true}) {
                for (Regime regime : regimes) {
                    for (RecordedFacts.Disclosure1215 disclosure : DISCLOSURES) {
                        Facts facts = Facts.unknown(slots)
                                .set(FactNames.BASIS, LegalBasis.CONSENT)
                                .set(FactNames.AGE, age)
                                .set(FactNames.CAPABLE, capable)
                                .set(FactNames.REGIME, regime)
                                .set(FactNames.DISCLOSURE, disclosure);
                        answers.add(ask(rules, facts));
                    }
                }
            }
        }
    }

    private static Set<GiverGroup> ask(RuleSet rules, Facts facts) {
        Set<GiverGroup> groups = EnumSet.noneOf(GiverGroup.class);
        rules.at(facts.point())
                .of(Effect.REQUIRE)
                .forEach(rule -> rule.words().names().forEach(name -> groups.add(GiverGroup.of(name))));
        return groups;
    }

    /** Who must consent; not to be changed. */
    Set<GiverGroup> groups(
            AgeClass age, boolean capable, @Nullable Regime regime, RecordedFacts.Disclosure1215 disclosure) {
        int row = age.ordinal() * 2 + (capable ? 1 : 0);
        row = row * (REGIMES.size() + 1) + (regime == null ? REGIMES.size() : regime.ordinal());
        return answers.get(row * DISCLOSURES.size() + disclosure.ordinal());
    }
}
