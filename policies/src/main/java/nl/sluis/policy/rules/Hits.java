package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows that hold at a point, in the order of the files, sorted out once: the same answer is asked often. Immutable. */
public final class Hits {

    private final List<Rule> rules;
    private final List<Rule> aboutItem;
    private final Map<Effect, List<Rule>> byEffect = new EnumMap<>(Effect.class);
    private final Effects effects;
    private final Effects effectsAboutItem;
    private volatile @Nullable Object derived;

    Hits(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.aboutItem = rules.stream().filter(rule -> !rule.aboutMessage()).toList();
        for (Rule rule : rules) {
            byEffect.computeIfAbsent(rule.effect(), effect -> new ArrayList<>()).add(rule);
        }
        byEffect.replaceAll((effect, rows) -> List.copyOf(rows));
        this.effects = Effects.of(this.rules);
        this.effectsAboutItem = Effects.of(aboutItem);
    }

    /** Every row. */
    public List<Rule> rules() {
        return rules;
    }

    /** The rows that name a fact of the item, and so hold for it and not for the whole message. */
    public List<Rule> aboutItem() {
        return aboutItem;
    }

    /** The rows of one effect. */
    public List<Rule> of(Effect effect) {
        return byEffect.getOrDefault(effect, List.of());
    }

    /** What the rows do together. */
    public Effects effects() {
        return effects;
    }

    /** What the rows about the item do together. */
    public Effects effectsAboutItem() {
        return effectsAboutItem;
    }

    /** What the code works out from these rows once, and keeps with them: one thing of one type. */
    public <T> T derived(Class<T> type, Function<Hits, T> make) {
        Object known = derived;
        if (!type.isInstance(known)) {
            known = make.apply(this);
            derived = known;
        }
        return type.cast(known);
    }

    /** Whether a row permits and none stands in the way: silence denies. */
    public boolean permits() {
        return effects.has(Effect.PERMIT) && !effects.blocks();
    }

    /** The decision in the word of the examples. */
    public String decision() {
        if (permits()) {
            return "toestaan";
        }
        boolean deny = effects.has(Effect.DENY);
        if (!deny && effects.has(Effect.REVIEW)) {
            return "beoordelen";
        }
        return !deny && effects.has(Effect.HOLD) ? "wachten" : "weigeren";
    }
}
