package nl.sluis.policy.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the examples that stand beside the rules, those with a column a fact and those in short notation. */
final class ExampleReader {

    static final String HEADING = "Voorbeelden";
    static final String SHORT_HEADING = "Voorbeelden in het kort";
    static final Set<String> HEADINGS = Set.of(HEADING, SHORT_HEADING);

    private static final List<String> COLUMNS = List.of("voorbeeld", "besluit", "regels");
    private static final List<String> SHORT_COLUMNS = List.of("voorbeeld", "zoals", "maar", "besluit", "regels");
    private static final String DAY = "dag";
    private static final List<String> DECISIONS = List.of("toestaan", "weigeren", "beoordelen", "wachten");

    private final Vocabulary vocabulary;
    private final List<String> ids;
    private final Map<String, ExampleRow> rows = new LinkedHashMap<>();
    private final List<Fault> faults;

    ExampleReader(Vocabulary vocabulary, List<Rule> rules, List<Fault> faults) {
        this.vocabulary = vocabulary;
        this.ids = rules.stream()
                .filter(rule -> rule.effect() != Effect.NEVER)
                .map(Rule::id)
                .toList();
        this.faults = faults;
    }

    /** The rows, without faults of their own; they are worked out when somebody asks for them. */
    ExamplePoints read(List<MarkdownTables.Table> tables) {
        for (MarkdownTables.Table table : tables) {
            if (table.heading().equals(HEADING)) {
                table(table, COLUMNS, vocabulary);
            } else if (table.heading().equals(SHORT_HEADING)) {
                table(table, SHORT_COLUMNS, new Vocabulary(List.of()));
            }
        }
        return new ExamplePoints(vocabulary, rows, faults).checked();
    }

    private void table(MarkdownTables.Table table, List<String> columns, Vocabulary facts) {
        Cells cells = new Cells(table, faults);
        List<String> wanted = new ArrayList<>(columns);
        if (table.columns().contains(DAY)) {
            wanted.add(DAY);
        }
        if (cells.columnsAre(wanted, facts)) {
            for (MarkdownTables.Row row : table.rows()) {
                if (Limits.reached(faults)) {
                    return;
                }
                row(table, cells, row);
            }
        }
    }

    private void row(MarkdownTables.Table table, Cells cells, MarkdownTables.Row row) {
        String name = cells.text(row, "voorbeeld");
        boolean brief = table.heading().equals(SHORT_HEADING);
        ExampleRow example = new ExampleRow(
                cells,
                row,
                name,
                brief ? cells.text(row, "zoals") : null,
                cells.word(row, "besluit", DECISIONS),
                new ExampleRow.Rest(cells.list(row, "regels", ids), day(table, cells, row)));
        ExampleRow known = rows.putIfAbsent(name, example);
        if (known != null) {
            cells.fault(row.line(), "voorbeeld '%s' staat er al: %s".formatted(name, known.source()));
        }
    }

    private static @Nullable LocalDate day(MarkdownTables.Table table, Cells cells, MarkdownTables.Row row) {
        if (!table.columns().contains(DAY)) {
            return null;
        }
        String cell = cells.text(row, DAY);
        try {
            return cell.isEmpty() || cell.equals("-") ? null : LocalDate.parse(cell);
        } catch (DateTimeException e) {
            cells.fault(row.line(), "'dag' is een datum van de vorm JJJJ-MM-DD, of -");
            return null;
        }
    }
}
