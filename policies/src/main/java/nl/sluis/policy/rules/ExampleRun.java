package nl.sluis.policy.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs the examples that stand beside the rules. */
public final class ExampleRun {

    private ExampleRun() {}

    /**
     * An example that does not hold.
     *
     * @param told what the rules say instead, and on which day, in Dutch
     */
    public record Failure(Example example, String told) {

        @Override
        public String toString() {
            return "%s: %s: %s".formatted(example.source(), example.name(), told);
        }
    }

    /** The examples that do not hold on one of their days, or have no day because their rows are never in force together. */
    public static List<Failure> failures(RuleBook book) {
        List<Failure> failures = new ArrayList<>();
        Map<List<String>, List<LocalDate>> known = new HashMap<>();
        for (Example example : book.examples()) {
            List<LocalDate> days = example.day() == null
                    ? known.computeIfAbsent(example.rules(), rules -> book.daysOf(example))
                    : book.daysOf(example);
            if (days.isEmpty()) {
                failures.add(new Failure(example, "de genoemde regels zijn op geen dag samen in werking"));
            }
            for (LocalDate day : days) {
                Hits hits = book.on(day).at(example.point());
                if (!example.holds(hits)) {
                    failures.add(new Failure(example, told(day, example, hits)));
                    break;
                }
            }
        }
        return failures;
    }

    private static String told(LocalDate day, Example example, Hits hits) {
        return "op %s %s (%s), verwacht %s (%s)"
                .formatted(
                        day.equals(LocalDate.MIN) ? "de eerste dag" : day,
                        hits.decision(),
                        hits.rules().stream().map(Rule::id).collect(Collectors.joining(", ")),
                        example.expected(),
                        String.join(", ", example.rules()));
    }
}
