package nl.sluis.policy;

import java.util.List;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.policy.rules.Effect;
import nl.sluis.policy.rules.Hits;
import nl.sluis.policy.rules.Rule;

/**
 * What the rules say of one item.
 *
 * @param reasons reasons of rows about the item, in the order of {@link ReasonOrder}
 * @param used the consents on which it would go
 */
record ItemJudgement(
        RequestedItem item, Facts facts, Hits hits, List<WeighedReason> reasons, List<ConsentRecord> used) {

    /** Whether a row about this item stands in its way. */
    boolean blocked() {
        return hits.rules().stream()
                .anyMatch(rule -> !rule.aboutMessage() && rule.effect().blocks());
    }

    boolean hit(Effect effect) {
        return hits.of(effect).stream().anyMatch(rule -> !rule.aboutMessage());
    }

    /** Whether it may go, were it for the item alone. */
    boolean free() {
        return !blocked() && !silent();
    }

    /** Whether no row speaks: then nothing goes. The proofs show that this does not happen with the shipped rules. */
    boolean silent() {
        return hits.rules().stream().map(Rule::effect).noneMatch(effect -> effect.blocks() || effect == Effect.PERMIT);
    }
}
