package nl.sluis.policy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.policy.rules.Effect;
import nl.sluis.policy.rules.FactsCode;
import nl.sluis.policy.rules.Hits;
import nl.sluis.policy.rules.PackedRules;
import nl.sluis.policy.rules.Rule;
import nl.sluis.policy.rules.RuleSet;

/** The rules of one day with all that the code looks up in them, looked up once. Safe for use by several threads. */
final class DayRules {

    private final RuleSet rules;
    private final Slots slots;
    private final PackedRules packed;
    private final GiverTable givers;
    private final FactsCode code;
    private final Set<LegalBasis> inForce = EnumSet.noneOf(LegalBasis.class);
    private final Map<Rule, RowReason> reasons = new IdentityHashMap<>();

    private DayRules(RuleSet rules) {
        this.rules = rules;
        this.slots = new Slots(rules.vocabulary());
        this.packed = new PackedRules(rules, slots.packed());
        this.givers = new GiverTable(rules, slots);
        this.code = new FactsCode(rules.vocabulary());
        Arrays.stream(LegalBasis.values())
                .filter(basis -> rules.inForce(basis.name()))
                .forEach(inForce::add);
        for (Rule rule : rules.rules()) {
            String code = rule.words().code();
            if (code != null && (rule.effect().blocks() || rule.effect() == Effect.NOTE)) {
                reasons.put(rule, reason(rule, ReasonCode.valueOf(code)));
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

    /** The same rules, for facts that are packed. */
    PackedRules packed() {
        return packed;
    }

    /** Whether a legal basis may be relied on. */
    boolean inForce(LegalBasis basis) {
        return inForce.contains(basis);
    }

    /** How points are written in these words. */
    FactsCode code() {
        return code;
    }

    GiverTable givers() {
        return givers;
    }

    private RowReason reason(Rule rule, ReasonCode code) {
        return new RowReason(
                rule,
                code,
                FactNames.named(rule.conditions(rules.vocabulary())),
                ReasonOrder.rank(rule.effect(), code));
    }

    /** What rows that hold together have to say. */
    Sayings sayings(Hits hits) {
        return hits.derived(Sayings.class, this::sorted);
    }

    private Sayings sorted(Hits hits) {
        return new Sayings(
                reasons(hits.rules()),
                reasons(hits.aboutItem()),
                duties(hits, Effect.PERMIT, Effect.DUTY),
                duties(hits, Effect.DUTY));
    }

    private List<RowReason> reasons(List<Rule> rows) {
        return rows.stream()
                .map(reasons::get)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingInt(RowReason::rank))
                .toList();
    }

    private static List<String> duties(Hits hits, Effect... effects) {
        return Arrays.stream(effects)
                .flatMap(effect -> hits.of(effect).stream())
                .flatMap(row -> row.words().names().stream())
                .distinct()
                .toList();
    }
}
