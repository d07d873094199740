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

    /** The grounds on which people are asked. */
    private static final List<LegalBasis> BASES = List.of(LegalBasis.CONSENT, LegalBasis.FAMILY_PRESENT);

    private static final List<AgeClass> AGES = List.of(AgeClass.values());
    private static final List<Regime> REGIMES = List.of(Regime.values());
    private static final List<RecordedFacts.Disclosure1215> DISCLOSURES =
            List.of(RecordedFacts.Disclosure1215.values());

    private final List<Set<GiverGroup>> answers = new ArrayList<>();

    GiverTable(RuleSet rules, Slots slots) {
        List<@Nullable Regime> regimes = new ArrayList<>(REGIMES);
        regimes.add(null);
        for (LegalBasis basis : BASES) {
            for (AgeClass age : AGES) {
                for (boolean capable : new boolean[] {false, true}) {
                    for (Regime regime : regimes) {
                        Facts message =
                                Facts.unknown(slots).set(FactNames.BASIS, basis).set(FactNames.REGIME, regime);
                        for (RecordedFacts.Disclosure1215 disclosure : DISCLOSURES) {
                            answers.add(ask(
                                    rules,
                                    message.ofItem()
                                            .set(FactNames.AGE, age)
                                            .set(FactNames.CAPABLE, capable)
                                            .set(FactNames.DISCLOSURE, disclosure)));
                        }
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

    /**
     * Who must consent; not to be changed.
     *
     * @param request gives the ground, the regime and the choice of the organisation
     */
    Set<GiverGroup> groups(SharingRequest request, AgeClass age, boolean capable) {
        Regime regime = request.sender().regime();
        int row = BASES.indexOf(request.basis()) * AGES.size() + age.ordinal();
        row = row * 2 + (capable ? 1 : 0);
        row = row * (REGIMES.size() + 1) + (regime == null ? REGIMES.size() : regime.ordinal());
        return answers.get(
                row * DISCLOSURES.size() + request.facts().disclosure1215().ordinal());
    }
}
