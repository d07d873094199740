package nl.sluis.policy;

import java.util.List;
import nl.sluis.policy.rules.NearestPermit;

/**
 * Why a message is not permitted, seen from a permit: how near it is and what would help.
 *
 * @param nearest the permit rows that come nearest
 * @param cures the smallest first; empty when nothing helps that somebody can supply
 * @param complete whether all cures were found; false when the search reached its limit
 */
public record WaysOn(List<NearestPermit> nearest, List<Cure> cures, boolean complete) {

    /** For a message that may go. */
    static final WaysOn NOT_NEEDED = new WaysOn(List.of(), List.of(), true);

    public WaysOn {
        nearest = List.copyOf(nearest);
        cures = List.copyOf(cures);
    }
}
