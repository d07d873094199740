package nl.sluis.policy;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    private static final Map<ReasonCode, Integer> RANK = new EnumMap<>(ReasonCode.class);

    static {
        for (ReasonCode code : ReasonCode.values()) {
            int general = GENERAL.indexOf(code);
            RANK.put(code, general < 0 ? code.ordinal() : ReasonCode.values().length + general);
        }
    }

    static final Comparator<WeighedReason> COMPARATOR = Comparator.comparing(
                    (WeighedReason reason) -> weight(reason.effect()))
            .thenComparing(reason -> RANK.getOrDefault(reason.reason().code(), Integer.MAX_VALUE));

    private ReasonOrder() {}

    // A note decides nothing, yet it explains why a consent that was given is missing: it stands beside what waits.
    private static int weight(Effect effect) {
        return effect == Effect.NOTE ? Effect.HOLD.ordinal() : effect.ordinal();
    }
}
