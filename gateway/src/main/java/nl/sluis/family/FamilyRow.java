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
 * @param readable false where something of it cannot be read here: its key is away, or a row was spoiled. Nothing else is said then, and it cannot wait
 */
public record FamilyRow(
        UUID household,
        List<String> names,
        int open,
        int overdue,
        int acute,
        boolean safetyOpen,
        @Nullable Instant due,
        boolean readable) {

    /** Copies. */
    public FamilyRow {
        names = List.copyOf(names);
    }

    /** One of which nobody can say how it stands. */
    static FamilyRow unreadable(UUID household) {
        return new FamilyRow(household, List.of(), 0, 0, 0, false, null, false);
    }

    /** Whether it cannot wait: what cannot be read, acute danger, safety that is not estimated, or a term that passed. */
    public boolean red() {
        return !readable || acute > 0 || safetyOpen || overdue > 0;
    }

    /** Never the names. */
    @Override
    public String toString() {
        return "FamilyRow[" + household + "]";
    }
}
