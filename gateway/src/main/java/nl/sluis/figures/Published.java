package nl.sluis.figures;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Figures of a quarter as they are given. Every number may be empty, which says that it is hidden, and not how large it is.
 *
 * @param smallestCell below which numbers were hidden when these were made
 * @param handovers of Veilig Thuis that came
 * @param escalations tasks that were opened in the quarter and went up the ladder since
 */
record Published(
        String period,
        String firstDay,
        String lastDay,
        Instant madeAt,
        int smallestCell,
        Reports reports,
        OptionalInt handovers,
        Safety safety,
        Evaluations evaluations,
        OptionalInt escalations,
        List<Reason> notCounted) {

    Published {
        notCounted = List.copyOf(notCounted);
    }

    /** Reports by the sort of organisation that they came from. */
    record Reports(List<OfSort> bySender, OfAll total) {

        Reports {
            bySender = List.copyOf(bySender);
        }
    }

    /**
     * Reports of one sort of organisation.
     *
     * @param medianDays from arrival to the first feedback, in whole days, of those that were answered
     */
    record OfSort(
            String sender,
            OptionalInt received,
            OptionalInt answered,
            OptionalInt unanswered,
            OptionalInt medianDays) {}

    /** All reports. */
    record OfAll(OptionalInt received, OptionalInt answered, OptionalInt unanswered, OptionalInt medianDays) {}

    /** Children of whom the team first heard, by what was on record about their safety at the end of the quarter. */
    record Safety(OptionalInt children, OptionalInt estimated, OptionalInt notMade, OptionalInt open) {}

    /** Evaluations that fell due, by whether they were done at the end of the quarter. */
    record Evaluations(OptionalInt fellDue, OptionalInt done, OptionalInt overdue) {}

    /** Something that is not counted. */
    record Reason(String figure, String reason) {}

    static List<Reason> reasons() {
        return Arrays.stream(NotCounted.values())
                .map(not -> new Reason(not.name(), not.reason()))
                .toList();
    }
}
