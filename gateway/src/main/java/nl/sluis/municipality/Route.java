package nl.sluis.municipality;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a household goes.
 *
 * @param by the profile that says so: of the municipality, or of a pilot
 * @param teams at least one; more when they take it up together
 * @param fallback whether no team works there, so that it goes to the team for what is left
 * @param regie the role that has regie by itself; null when the household needs nobody
 */
public record Route(
        Municipality by,
        List<Team> teams,
        boolean fallback,
        @Nullable String regie) {

    /** Copies. */
    public Route {
        teams = List.copyOf(teams);
    }

    /** Whether more than one team takes it up. */
    public boolean isJoint() {
        return teams.size() > 1;
    }
}
