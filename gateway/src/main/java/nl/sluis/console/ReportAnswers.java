package nl.sluis.console;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a reporter has answered so far. It lives in the form of the browser and nowhere else until it is sent.
 *
 * @param key makes a second sending of the same report the same message
 * @param values by name of field; only fields that are asked, never blank
 */
public record ReportAnswers(UUID key, Map<String, String> values) {

    /** Answers of more than one line. */
    static final Set<String> LONG = Set.of("facts", "worry", "parents", "child", "steps");

    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ISO_LOCAL_DATE);

    /** Reads and copies. */
    public ReportAnswers {
        values = Map.copyOf(values);
    }

    /** A form with nothing in it. */
    static ReportAnswers none() {
        return new ReportAnswers(UUID.randomUUID(), Map.of());
    }

    /** As a browser posted them; a key that is none is another report's. */
    static ReportAnswers of(Map<String, String> posted) {
        Map<String, String> values = new LinkedHashMap<>();
        for (ReportStep step : ReportStep.values()) {
            for (String field : step.fields()) {
                String value = tidy(posted.getOrDefault(field, ""), LONG.contains(field));
                if (!value.isEmpty()) {
                    values.put(field, value);
                }
            }
        }
        return new ReportAnswers(key(posted.getOrDefault("key", "")), values);
    }

    /** The same answers as another report. */
    ReportAnswers anew() {
        return new ReportAnswers(UUID.randomUUID(), values);
    }

    /** An answer; empty when there is none. */
    public String get(String field) {
        return values.getOrDefault(field, "");
    }

    /** Whether there is an answer. */
    public boolean has(String field) {
        return values.containsKey(field);
    }

    /** The day in a field; empty when it is none. */
    Optional<LocalDate> date(String field) {
        for (DateTimeFormatter format : DATES) {
            try {
                return Optional.of(LocalDate.parse(get(field), format));
            } catch (DateTimeParseException otherForm) {
                continue;
            }
        }
        return Optional.empty();
    }

    // Text out of word processors has control characters that nobody sees
    private static String tidy(String value, boolean lines) {
        String one = value.replace("\r\n", "\n").replace('\r', '\n').replace('\u000B', '\n');
        return lines
                ? one.replaceAll("[\\p{Cc}&&[^\n\t]]", "").strip()
                : one.replaceAll("\\p{Cc}+", " ").strip();
    }

    private static UUID key(String posted) {
        try {
            return UUID.fromString(posted);
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }
}
