package nl.sluis.household;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of a household.
 *
 * @param name for people; null when nobody gave one
 */
public record HouseholdMember(UUID id, @Nullable String name) {

    /** Never the name. */
    @Override
    public String toString() {
        return "HouseholdMember[" + id + "]";
    }
}
