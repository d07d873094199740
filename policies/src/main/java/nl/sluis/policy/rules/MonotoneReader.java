package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Reads what is declared to go one way: which change of a fact never loses a permit. */
final class MonotoneReader {

    static final String HEADING = "Meer helpt nooit minder";

    private static final List<String> COLUMNS = List.of("regel", "feit", "van", "naar", "waarom");

    private final Vocabulary vocabulary;
    private final Map<String, Validity> validity;
    private final List<Fault> faults;
    private final Set<String> ids = new HashSet<>();
    private final List<Monotone> declared = new ArrayList<>();

    MonotoneReader(Vocabulary vocabulary, List<Rule> rules, Map<String, Validity> validity, List<Fault> faults) {
        this.vocabulary = vocabulary;
        this.validity = validity;
        this.faults = faults;
        rules.forEach(rule -> ids.add(rule.id()));
    }

    List<Monotone> read(List<MarkdownTables.Table> tables) {
        for (MarkdownTables.Table table : tables) {
            Cells cells = new Cells(table, faults);
            if (table.heading().equals(HEADING) && cells.columnsAre(COLUMNS, new Vocabulary(List.of()))) {
                table.rows().forEach(row -> row(table, cells, row));
            }
        }
        return declared;
    }

    private void row(MarkdownTables.Table table, Cells cells, MarkdownTables.Row row) {
        String id = cells.text(row, "regel");
        if (!ids.add(id)) {
            cells.fault(row.line(), "regel '%s' staat er twee keer".formatted(id));
        }
        String why = cells.said(row, "waarom");
        List<String> names = vocabulary.facts().stream().map(Fact::name).toList();
        Integer position = vocabulary.position(cells.word(row, "feit", names));
        if (position == null || Limits.reached(faults)) {
            return;
        }
        Fact fact = vocabulary.fact(position);
        long from = cells.mask(row, fact, cells.text(row, "van"));
        OptionalInt to = cells.value(row, fact, cells.text(row, "naar"));
        if (to.isPresent() && (from & (1L << to.getAsInt())) != 0) {
            cells.fault(row.line(), "'naar' staat ook onder 'van'");
        }
        Validity dates = validity.getOrDefault(table.file(), Validity.ALWAYS);
        Rule.Place place = new Rule.Place(table.file(), row.line(), table.line(), dates.from(), dates.until());
        declared.add(new Monotone(id, position, from, 1L << to.orElse(0), why, place));
    }
}
