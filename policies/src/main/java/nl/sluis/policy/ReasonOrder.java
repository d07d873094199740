package nl.sluis.policy;

import java.util.Comparator;
import java.util.List;
import nl.sluis.policy.rules.Effect;

/** The order of reasons: what decides the outcome first, and of those the most specific first. */
final class ReasonOrder {

    /** Codes that say little on their own; every other code is more specific, in the order of the case format. */
    private static final List<ReasonCode> GENERAL = List.of(
            ReasonCode.MISSING_PARENT,
            ReasonCode.MISSING_GUARDIAN,
            ReasonCode.MISSING_CHILD,
            ReasonCode.MISSING_SELF,
            ReasonCode.INCOMPLETE,
            ReasonCode.NO_BASIS,
            ReasonCode.BASIS_NOT_IN_FORCE,
            ReasonCode.NOTHING_LEFT);

    /** By the order of the codes. */
    private static final int[] RANK = new int[ReasonCode.values().length];

    static {
        for (ReasonCode code : ReasonCode.values()) {
            int general = GENERAL.indexOf(code);
            RANK[code.ordinal()] = general < 0 ? code.ordinal() : RANK.length + general;
        }
    }

    static final Comparator<WeighedReason> COMPARATOR = (one, other) -> Integer.compare(one.rank(), other.rank());

    private ReasonOrder() {}

    /** The place of a reason with this code, of a row with this effect; the lowest comes first. */
    static int rank(Effect effect, ReasonCode code) {
        // A note decides nothing, yet it explains why a consent that was given is missing: it stands beside what waits.
        Effect beside = effect == Effect.NOTE ? Effect.HOLD : effect;
        return beside.ordinal() * 2 * RANK.length + RANK[code.ordinal()];
    }
}
