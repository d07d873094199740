package nl.sluis.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.policy.Measure;
import org.jspecify.annotations.Nullable;

/**
 * A measure in an answer to the organisation's own systems.
 *
 * @param until the last day on which it runs, as is known now
 * @param history what was stated of its last day, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeasureView(
        String id,
        Measure.Type type,
        String subject,
        String executor,
        LocalDate from,
        @Nullable LocalDate until,
        List<Stated> history) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stated(@Nullable LocalDate until, String source, Instant retrievedAt, Instant recordedAt) {

        static Stated of(@Nullable LocalDate until, MeasureEntry.Source source, Instant recordedAt) {
            return new Stated(until, source.name(), source.retrievedAt(), recordedAt);
        }
    }

    /**
     * A measure as it is shown.
     *
     * @param subject the organisation's own number of who is under it
     */
    static MeasureView of(RecordedMeasure measure, String subject) {
        List<Stated> history = new ArrayList<>();
        history.add(Stated.of(measure.until(), measure.source(), measure.recordedAt()));
        measure.endings()
                .forEach(ended -> history.add(
                        Stated.of(ended.ending().lastDay(), ended.ending().source(), ended.recordedAt())));
        return new MeasureView(
                measure.id().toString(),
                measure.type(),
                subject,
                measure.executor().value(),
                measure.from(),
                measure.lastDay(),
                List.copyOf(history));
    }
}
