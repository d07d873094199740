package nl.sluis.export;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.sluis.adapter.Violation;
import org.jspecify.annotations.Nullable;

/** What is asked of an export, as text: either a question or everything that is wrong with it. */
sealed interface ExportParameters {

    /** RFC 3339 writes years in four digits; the database ends later, and Java later still. */
    int LAST_YEAR = 9999;

    /**
     * A question that can be answered.
     *
     * @param from not before
     * @param to before
     */
    record Asked(ExportForm form, Instant from, Instant to) implements ExportParameters {

        /** For the audit. */
        Map<String, String> detail() {
            return Map.of("form", form.name(), "from", from.toString(), "to", to.toString());
        }
    }

    /** A question with faults, each named by its parameter. */
    record Faulty(List<Violation> violations) implements ExportParameters {}

    /** Reads the parameters; without a time it is from the first entry, or until now. */
    static ExportParameters parse(@Nullable String as, @Nullable String from, @Nullable String to, Instant now) {
        List<Violation> violations = new ArrayList<>();
        ExportForm form = Arrays.stream(ExportForm.values())
                .filter(each -> each.name().equals(as))
                .findFirst()
                .orElse(null);
        if (form == null) {
            violations.add(new Violation("?as", as == null ? "REQUIRED" : "UNKNOWN", "A form that exports have"));
        }
        Instant first = time("?from", from, Instant.EPOCH, violations);
        Instant end = time("?to", to, now, violations);
        if (violations.isEmpty() && end.isBefore(first)) {
            violations.add(new Violation("?to", "BEFORE_FROM", "A period ends after it begins"));
        }
        return form == null || !violations.isEmpty()
                ? new Faulty(List.copyOf(violations))
                : new Asked(form, first, end);
    }

    private static Instant time(String place, @Nullable String text, Instant otherwise, List<Violation> violations) {
        if (text == null) {
            return otherwise;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() < 1 || time.getYear() > LAST_YEAR) {
                violations.add(new Violation(place, "OUT_OF_RANGE", "A time in the years 0001 to 9999"));
                return otherwise;
            }
            return time.toInstant();
        } catch (DateTimeException e) {
            violations.add(new Violation(place, "NOT_A_TIME", "A time as RFC 3339 writes it"));
            return otherwise;
        }
    }
}
