package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the examples that stand beside the rules. */
final class ExampleReader {

    static final String HEADING = "Voorbeelden";

    private static final List<String> COLUMNS = List.of("voorbeeld", "besluit", "regels");
    private static final List<String> DECISIONS = List.of("toestaan", "weigeren", "beoordelen", "wachten");

    private final Vocabulary vocabulary;
    private final List<String> ids;
    private final List<Example> examples = new ArrayList<>();
    private final List<Fault> faults;

    ExampleReader(Vocabulary vocabulary, List<Rule> rules, List<Fault> faults) {
        this.vocabulary = vocabulary;
        this.ids = rules.stream().map(Rule::id).toList();
        this.faults = faults;
    }

    List<Example> read(List<MarkdownTables.Table> tables) {
        for (MarkdownTables.Table table : tables) {
            Cells cells = new Cells(table, faults);
            if (table.heading().equals(HEADING) && cells.columnsAre(COLUMNS, vocabulary)) {
                table.rows().forEach(row -> example(table, cells, row));
            }
        }
        Set<String> names = examples.stream().map(Example::name).collect(Collectors.toSet());
        if (names.size() != examples.size()) {
            faults.add(new Fault("", 0, "twee voorbeelden hebben dezelfde naam"));
        }
        return examples;
    }

    private void example(MarkdownTables.Table table, Cells cells, MarkdownTables.Row row) {
        Point point = Point.usual(vocabulary);
        Point unknown = Point.unknown(vocabulary);
        for (int i = 0; i < table.columns().size(); i++) {
            String column = table.columns().get(i);
            Integer position = vocabulary.position(column);
            if (position == null) {
                continue;
            }
            Fact fact = vocabulary.fact(position);
            String cell = row.cells().get(i);
            if (!cell.isEmpty()) {
                cells.value(row, fact, cell).ifPresent(value -> point.set(column, cell));
            } else if (fact.unknown() == null) {
                cells.fault(row.line(), "'%s' is altijd bekend en mag niet leeg zijn".formatted(column));
            } else {
                point.set(column, fact.values().get(unknown.value(position)));
            }
        }
        examples.add(new Example(
                cells.text(row, "voorbeeld"),
                point,
                cells.word(row, "besluit", DECISIONS),
                cells.list(row, "regels", ids),
                table.file() + ":" + row.line()));
    }
}
