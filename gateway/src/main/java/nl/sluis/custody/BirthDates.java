package nl.sluis.custody;

import java.util.Optional;
import nl.sluis.canonical.PartialDate;
import org.jspecify.annotations.Nullable;

/** What two statements of a birth date say together. Ages decide who must consent, so a contradiction is not resolved here. */
final class BirthDates {

    private BirthDates() {}

    /** The more precise of the two; empty when they contradict each other. */
    static Optional<PartialDate> together(Optional<PartialDate> one, Optional<PartialDate> other) {
        if (one.isEmpty() || other.isEmpty() || !agree(one.get(), other.get())) {
            return Optional.empty();
        }
        return knownParts(one.get()) >= knownParts(other.get()) ? one : other;
    }

    /**
     * The date to decide by. The register's stands where both speak and agree, also when it is the less precise one: what the
     * population register does not know, a message does not make certain.
     *
     * @param registered null when the register has none
     */
    static PartialDate decisive(@Nullable PartialDate registered, Optional<PartialDate> mentioned) {
        if (mentioned.isEmpty()) {
            return PartialDate.UNKNOWN;
        }
        if (registered == null) {
            return mentioned.get();
        }
        return agree(registered, mentioned.get()) ? registered : PartialDate.UNKNOWN;
    }

    private static boolean agree(PartialDate one, PartialDate other) {
        return agree(one.year(), other.year()) && agree(one.month(), other.month()) && agree(one.day(), other.day());
    }

    private static boolean agree(int one, int other) {
        return one == 0 || other == 0 || one == other;
    }

    private static int knownParts(PartialDate date) {
        return (date.year() > 0 ? 1 : 0) + (date.month() > 0 ? 1 : 0) + (date.day() > 0 ? 1 : 0);
    }
}
