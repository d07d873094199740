package nl.sluis.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.custody.PersonReference;
import nl.sluis.node.Reading;
import nl.sluis.node.StrictJson;
import nl.sluis.policy.Measure;
import org.jspecify.annotations.Nullable;

/** Reads measures from the organisation's own system; the names are those of the case format. */
final class MeasureJson {

    private MeasureJson() {}

    static Reading<MeasureEntry> measure(byte[] body, Instant now) {
        StrictJson json = StrictJson.of(body).require("type", "subject", "executor", "from", "source", "retrievedAt");
        Measure.Type type = json.code("type", Measure.Type.class);
        PersonReference subject =
                json.parsed("subject", "REFERENCE", "A reference to a person is expected", PersonReference::new);
        OrganisationId executor =
                json.parsed("executor", "ORGANISATION", "The name of an organisation is expected", OrganisationId::new);
        LocalDate from = json.date("from");
        LocalDate until = json.date("until");
        MeasureEntry.Source source = source(json, now);
        if (from != null && until != null && until.isBefore(from)) {
            json.fault("until", "BEFORE", "This day is before the first");
        }
        if (type == Measure.Type.OTS) {
            supervision(json, from, until);
        }
        return json.result(() -> new MeasureEntry(
                Objects.requireNonNull(type),
                Objects.requireNonNull(subject),
                Objects.requireNonNull(executor),
                Objects.requireNonNull(from),
                until,
                Objects.requireNonNull(source)));
    }

    /** A supervision order lasts a year at most; one that is extended is recorded anew (BW 1:258 and 1:260). */
    private static void supervision(StrictJson json, @Nullable LocalDate from, @Nullable LocalDate until) {
        if (!json.has("until")) {
            json.fault("until", "MISSING", "This field is required");
        }
        if (from != null && until != null && !until.isBefore(from.plusYears(1).plusDays(1))) {
            json.fault("until", "TOO_LONG", "A supervision order lasts a year at most");
        }
    }

    static Reading<MeasureEntry.Ending> ending(byte[] body, RecordedMeasure ended, Instant now) {
        StrictJson json = StrictJson.of(body).require("lastDay", "source", "retrievedAt");
        LocalDate day = json.date("lastDay");
        MeasureEntry.Source source = source(json, now);
        LocalDate known = ended.lastDay();
        if (day != null && known != null && day.isAfter(known)) {
            json.fault("lastDay", "LATER", "An ending only shortens; one that is extended is recorded anew");
        }
        // The day before the first is the last of one that was ended on its first day
        if (day != null && day.isBefore(ended.from().minusDays(1))) {
            json.fault("lastDay", "BEFORE", "This day is before the first");
        }
        return json.result(() -> new MeasureEntry.Ending(Objects.requireNonNull(day), Objects.requireNonNull(source)));
    }

    /** Null when it is at fault. */
    private static MeasureEntry.@Nullable Source source(StrictJson json, Instant now) {
        String name = json.text("source");
        Instant retrievedAt = json.moment("retrievedAt");
        if (retrievedAt != null && retrievedAt.isAfter(now)) {
            json.fault("retrievedAt", "IN_THE_FUTURE", "This moment has yet to come");
        }
        return name == null || retrievedAt == null ? null : new MeasureEntry.Source(name, retrievedAt);
    }
}
