package nl.sluis.family;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A household in a list.
 *
 * @param names of the members who have one, in the order in which they became known
 * @param open how many tasks are open
 * @param overdue how many of them are past their term
 * @param acute how many items tell of acute danger of which nobody decided
 * @param safetyOpen whether a child has no present estimate of safety, or nobody knows yet who a child is
 * @param due the soonest term; null when nothing that is open has one
 */
public record FamilyRow(
        UUID household,
        List<String> names,
        int open,
        int overdue,
        int acute,
        boolean safetyOpen,
        @Nullable Instant due) {

    /** Copies. */
    public FamilyRow {
        names = List.copyOf(names);
    }

    /** Whether it cannot wait: acute danger, safety that is not estimated, or a term that passed. */
    public boolean red() {
        return acute > 0 || safetyOpen || overdue > 0;
    }

    /** Never the names. */
    @Override
    public String toString() {
        return "FamilyRow[" + household + "]";
    }
}
