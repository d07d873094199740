package nl.sluis.measure;

import java.time.Instant;
import java.time.LocalDate;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.custody.PersonReference;
import nl.sluis.policy.Measure;
import org.jspecify.annotations.Nullable;

/**
 * A measure as the organisation's own system states it.
 *
 * @param from the first day on which it runs
 * @param until the last day; null for a guardianship only, which ends when it is ended
 */
record MeasureEntry(
        Measure.Type type,
        PersonReference subject,
        OrganisationId executor,
        LocalDate from,
        @Nullable LocalDate until,
        Source source) {

    /**
     * Where it is known from.
     *
     * @param name which register, or which order of the court
     * @param retrievedAt when it stated so
     */
    record Source(String name, Instant retrievedAt) {}

    /**
     * That a measure ends sooner than was stated.
     *
     * @param lastDay the last day on which it runs; the day before the order of the court when that ends it at once
     */
    record Ending(LocalDate lastDay, Source source) {}
}
