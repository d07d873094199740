package nl.sluis.policy.rules;

import java.util.List;

/** The effects that occur among some rows. */
public final class Effects {

    private final int bits;

    private Effects(int bits) {
        this.bits = bits;
    }

    static Effects of(List<Rule> rules) {
        int bits = 0;
        for (Rule rule : rules) {
            bits |= bit(rule.effect());
        }
        return new Effects(bits);
    }

    /** Whether a row has this effect. */
    public boolean has(Effect effect) {
        return (bits & bit(effect)) != 0;
    }

    /** Whether a row stands in the way of a permit. */
    public boolean blocks() {
        return has(Effect.DENY) || has(Effect.REVIEW) || has(Effect.HOLD);
    }

    /** Whether a row has a reason to give: it stands in the way, or is worth telling. */
    public boolean explains() {
        return blocks() || has(Effect.NOTE);
    }

    private static int bit(Effect effect) {
        return 1 << effect.ordinal();
    }
}
