package nl.sluis.policy;

import java.time.LocalDate;
import java.util.ArrayList;
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
    private final @Nullable ItemJudgement before;
    private @Nullable List<WeighedReason> reasons;

    /**
     * @param consent null when the ground is another than consent
     * @param before the item that was judged before it; null for the first
     */
    ItemJudgement(
            RequestedItem item,
            Facts facts,
            Hits hits,
            DayRules rules,
            @Nullable ConsentFacts consent,
            @Nullable ItemJudgement before) {
        this.item = item;
        this.facts = facts;
        this.hits = hits;
        this.rules = rules;
        this.consent = consent;
        this.before = before != null && consent != null && before.saysTheSame(hits, consent) ? before : null;
    }

    // The same rows hold of the same people, so the reasons are the same: items about one person mostly are alike
    private boolean saysTheSame(Hits others, ConsentFacts theirs) {
        return hits == others && consent != null && consent.sameAs(theirs);
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

    /** What those rows have to say. */
    Sayings sayings() {
        return rules.sayings(hits);
    }

    /** Reasons of rows about the item, in the order of {@link ReasonOrder}; the same object for items that are alike. */
    List<WeighedReason> reasons() {
        List<WeighedReason> known = reasons;
        if (known == null) {
            known = before != null ? before.reasons() : said();
            reasons = known;
        }
        return known;
    }

    private List<WeighedReason> said() {
        if (!hits.effectsAboutItem().explains()) {
            return List.of();
        }
        List<WeighedReason> said = new ArrayList<>();
        for (RowReason row : sayings().aboutItem()) {
            row.say(said, facts, new Who(item.subject(), null));
        }
        return said;
    }

    /** The first of the reasons; null when there is none. */
    @Nullable
    ReasonCode firstCode() {
        for (RowReason row : sayings().aboutItem()) {
            if (row.says(facts, new Who(item.subject(), null))) {
                return row.code();
            }
        }
        return null;
    }

    /** The consents on which it would go. */
    List<ConsentRecord> used() {
        return consent == null ? List.of() : consent.used();
    }

    /** The day on which the first of those consents ends; null when none has an end. */
    @Nullable
    LocalDate firstEnd() {
        return consent == null ? null : consent.firstEnd();
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
