package nl.sluis.safety;

import java.time.LocalDate;
import java.util.Optional;
import nl.sluis.canonical.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * That a message named a member of a household as a child.
 *
 * @param birthDate as the message has it, {@code YYYY-MM-DD} with zeros for what is not known; null when it has none
 */
record Child(@Nullable String birthDate) {

    private static final int OF_AGE = 18;

    /** Whether it still is one on a day. Who may not be eighteen yet counts as a child: an unknown age excludes nobody. */
    boolean isOn(LocalDate day) {
        return birthDate == null
                || PartialDate.parse(birthDate).latest().plusYears(OF_AGE).isAfter(day);
    }

    /** The first day on which it may be eighteen; empty when no birth date is known, not even the year. */
    Optional<LocalDate> comesOfAge() {
        return Optional.ofNullable(birthDate)
                .map(PartialDate::parse)
                .filter(date -> date.year() > 0)
                .map(date -> date.earliest().plusYears(OF_AGE));
    }

    /** Never the date. */
    @Override
    public String toString() {
        return "Child[...]";
    }
}
