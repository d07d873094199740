package nl.sluis.policy.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An example: a test that stands beside the rules. A row of examples with lists of values stands for several.
 *
 * @param expected the decision in Dutch: toestaan, weigeren, beoordelen or wachten
 * @param rules the rows that must be hit, no more and no less, permits and blocks alike
 * @param day the day of sending; null when it holds in every period in which all its rows are in force
 * @param source file and line
 */
public record Example(
        String name,
        Point point,
        String expected,
        List<String> rules,
        @Nullable LocalDate day,
        String source) {

    public Example {
        rules = List.copyOf(rules);
    }

    /** Whether the rules say what the example expects. */
    boolean holds(Hits hits) {
        return hits.decision().equals(expected)
                && hits.rules().stream()
                        .map(Rule::id)
                        .sorted()
                        .toList()
                        .equals(rules.stream().sorted().toList());
    }
}
