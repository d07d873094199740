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

    static final Comparator<WeighedReason> COMPARATOR = (one, other) -> {
        int byEffect = Integer.compare(weight(one.effect()), weight(other.effect()));
        return byEffect != 0 ? byEffect : Integer.compare(rank(one), rank(other));
    };

    private ReasonOrder() {}

    private static int rank(WeighedReason reason) {
        return RANK[reason.reason().code().ordinal()];
    }

    // A note decides nothing, yet it explains why a consent that was given is missing: it stands beside what waits.
    private static int weight(Effect effect) {
        return effect == Effect.NOTE ? Effect.HOLD.ordinal() : effect.ordinal();
    }
}
