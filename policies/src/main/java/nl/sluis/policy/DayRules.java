package nl.sluis.policy;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.policy.rules.Effect;
import nl.sluis.policy.rules.Rule;
import nl.sluis.policy.rules.RuleSet;

/** The rules of one day with all that the code looks up in them, looked up once. Safe for use by several threads. */
final class DayRules {

    private final RuleSet rules;
    private final Slots slots;
    private final GiverTable givers;
    private final Map<Rule, RowReason> reasons = new IdentityHashMap<>();

    private DayRules(RuleSet rules) {
        this.rules = rules;
        this.slots = new Slots(rules.vocabulary());
        this.givers = new GiverTable(rules, slots);
        for (Rule rule : rules.rules()) {
            String code = rule.words().code();
            if (code != null && (rule.effect().blocks() || rule.effect() == Effect.NOTE)) {
                reasons.put(
                        rule,
                        new RowReason(
                                rule, ReasonCode.valueOf(code), FactNames.named(rule.conditions(rules.vocabulary()))));
            }
        }
    }

    /** Kept with the rules: the same object for the same rules. */
    static DayRules of(RuleSet rules) {
        return rules.derived(DayRules.class, DayRules::new);
    }

    RuleSet rules() {
        return rules;
    }

    Slots slots() {
        return slots;
    }

    GiverTable givers() {
        return givers;
    }

    /**
     * What the rows say as reasons, in the order of {@link ReasonOrder}.
     *
     * @param about whom the rows are about when none of their facts concerns particular people
     */
    List<WeighedReason> reasons(List<Rule> rows, Facts facts, Who about) {
        List<WeighedReason> said = new ArrayList<>();
        for (Rule row : rows) {
            RowReason reason = reasons.get(row);
            if (reason != null) {
                reason.say(said, facts, about);
            }
        }
        said.sort(ReasonOrder.COMPARATOR);
        return said;
    }
}
