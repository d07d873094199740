package nl.sluis.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PersonRef;
import nl.sluis.custody.PersonId;
import nl.sluis.policy.Measure;
import org.jspecify.annotations.Nullable;

/**
 * A measure on record.
 *
 * @param until the last day as it was first stated; null when none was
 * @param endings that it ends sooner, the latest last
 */
record RecordedMeasure(
        UUID id,
        PersonId subject,
        Measure.Type type,
        OrganisationId executor,
        LocalDate from,
        @Nullable LocalDate until,
        MeasureEntry.Source source,
        Instant recordedAt,
        List<Ended> endings) {

    RecordedMeasure {
        endings = List.copyOf(endings);
    }

    /** An ending, and when it was recorded. */
    record Ended(MeasureEntry.Ending ending, Instant recordedAt) {}

    /** The last day on which it runs, as is known now; null when none is known. */
    @Nullable
    LocalDate lastDay() {
        return endings.isEmpty() ? until : endings.getLast().ending().lastDay();
    }

    /** Whether it was recorded in these words, whatever became of it since. */
    boolean says(MeasureEntry entry) {
        return type == entry.type()
                && executor.equals(entry.executor())
                && from.equals(entry.from())
                && Objects.equals(until, entry.until());
    }

    /** Whether both would run on some day; of the same type that cannot be. */
    boolean overlaps(MeasureEntry entry) {
        LocalDate last = lastDay();
        return type == entry.type()
                && (last == null || !last.isBefore(entry.from()))
                && (entry.until() == null || !entry.until().isBefore(from));
    }

    /** As a decision takes it, of a person who goes by this reference in its question. */
    Measure of(PersonRef subject) {
        return new Measure(type, subject, executor, from, lastDay());
    }
}
