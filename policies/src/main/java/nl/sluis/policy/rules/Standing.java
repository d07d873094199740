package nl.sluis.policy.rules;

import java.util.List;

/**
 * Where one item stands: what the rows that hold do to the whole message, and what they do to the item. Two sets of rules decide
 * alike exactly when every item stands alike under both.
 *
 * @param message {@link Effect#PERMIT} when no row about the message stands in the way, else the strongest that does
 * @param item {@link Effect#PERMIT} when the item may go with a message that goes, else the strongest that keeps it back;
 *     silence is {@link Effect#DENY}. Always {@link Effect#PERMIT} when the message is denied: it matters no more
 */
public record Standing(Effect message, Effect item) {

    /** The effects that stand in the way, strongest first. */
    static final List<Effect> BLOCKS = List.of(Effect.DENY, Effect.REVIEW, Effect.HOLD);

    /** Where an item stands by the rows that hold for it. */
    public static Standing of(Hits hits) {
        Effect message = strongest(hits, true);
        if (message == Effect.DENY) {
            return new Standing(message, Effect.PERMIT);
        }
        Effect item = strongest(hits, false);
        boolean silent = message == Effect.PERMIT
                && item == Effect.PERMIT
                && hits.rules().stream().noneMatch(rule -> rule.effect() == Effect.PERMIT);
        return new Standing(message, silent ? Effect.DENY : item);
    }

    /** Whether the item may go, were it for the item alone. */
    public boolean free() {
        return item == Effect.PERMIT;
    }

    /** What becomes of a message that cannot go without this item. */
    public Effect whole() {
        return stronger(message, item);
    }

    /** The stronger of two effects: deny, review, hold, permit. */
    public static Effect stronger(Effect one, Effect other) {
        return BLOCKS.stream()
                .filter(effect -> effect == one || effect == other)
                .findFirst()
                .orElse(Effect.PERMIT);
    }

    private static Effect strongest(Hits hits, boolean aboutMessage) {
        return BLOCKS.stream()
                .filter(effect -> hits.rules().stream()
                        .anyMatch(rule -> rule.effect() == effect && rule.aboutMessage() == aboutMessage))
                .findFirst()
                .orElse(Effect.PERMIT);
    }
}
