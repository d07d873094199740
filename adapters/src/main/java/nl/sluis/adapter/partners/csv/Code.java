package nl.sluis.adapter.partners.csv;

import java.time.LocalDate;
import nl.sluis.canonical.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A code of a partner's list.
 *
 * @param means our word for it
 * @param from first day on which it may be used; null for always
 * @param until last day on which it may be used; null when it has not lapsed
 * @param instead the code that took its place; null when none did
 */
record Code(
        String means,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String instead) {

    /** Whether it depends on the day. */
    boolean dated() {
        return from != null || until != null;
    }

    /** Whether it had lapsed for certain, or perhaps, on a day. */
    boolean lapsed(PartialDate day) {
        return until != null && day.latest().isAfter(until);
    }

    /** Whether it did not exist for certain, or perhaps, on a day. */
    boolean early(PartialDate day) {
        return from != null && day.earliest().isBefore(from);
    }
}
