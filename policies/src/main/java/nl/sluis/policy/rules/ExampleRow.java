package nl.sluis.policy.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of examples as it stands in its table.
 *
 * @param base the example that it leans on; null when it has a column a fact
 */
record ExampleRow(
        Cells cells,
        MarkdownTables.Row row,
        String name,
        @Nullable String base,
        String expected,
        Rest rest) {

    /** The rows that it must hit, and its day; null is every day on which they are in force. */
    record Rest(List<String> rules, @Nullable LocalDate day) {}

    String source() {
        return cells.file() + ":" + row.line();
    }

    void fault(String message) {
        cells.fault(row.line(), message);
    }

    Example at(String name, Point point) {
        return new Example(name, point, expected, rest.rules(), rest.day(), source());
    }
}
