package nl.sluis.policy;

import java.util.List;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.policy.rules.Effect;
import nl.sluis.policy.rules.Hits;
import org.jspecify.annotations.Nullable;

/** What the rules say of one item. Reasons are worked out when they are asked for. Not thread-safe. */
final class ItemJudgement {

    private final RequestedItem item;
    private final Facts facts;
    private final Hits hits;
    private final DayRules rules;
    private final @Nullable ConsentFacts consent;
    private @Nullable List<WeighedReason> reasons;

    /**
     * @param consent null when the ground is another than consent
     */
    ItemJudgement(RequestedItem item, Facts facts, Hits hits, DayRules rules, @Nullable ConsentFacts consent) {
        this.item = item;
        this.facts = facts;
        this.hits = hits;
        this.rules = rules;
        this.consent = consent;
    }

    RequestedItem item() {
        return item;
    }

    Facts facts() {
        return facts;
    }

    /** Every row that holds, of the message too. */
    Hits hits() {
        return hits;
    }

    /** Reasons of rows about the item, in the order of {@link ReasonOrder}. */
    List<WeighedReason> reasons() {
        List<WeighedReason> known = reasons;
        if (known == null) {
            known = hits.effectsAboutItem().explains()
                    ? rules.reasons(hits.aboutItem(), facts, new Who(item.subject(), null))
                    : List.of();
            reasons = known;
        }
        return known;
    }

    /** The consents on which it would go. */
    List<ConsentRecord> used() {
        return consent == null ? List.of() : consent.used();
    }

    /** Whether a row about this item stands in its way. */
    boolean blocked() {
        return hits.effectsAboutItem().blocks();
    }

    boolean hit(Effect effect) {
        return hits.effectsAboutItem().has(effect);
    }

    /** Whether it may go, were it for the item alone. */
    boolean free() {
        return !blocked() && !silent();
    }

    /** Whether no row speaks: then nothing goes. The proofs show that this does not happen with the shipped rules. */
    boolean silent() {
        return !hits.effects().blocks() && !hits.effects().has(Effect.PERMIT);
    }
}
