package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the word list. */
final class VocabularyReader {

    static final String HEADING = "Feiten";

    private static final List<String> COLUMNS =
            List.of("feit", "waarden", "over", "onbekend =", "gewoon =", "betekenis");

    private final List<Fault> faults;
    private final List<Fact> facts = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private VocabularyReader(List<Fault> faults) {
        this.faults = faults;
    }

    static Vocabulary read(List<MarkdownTables.Table> tables, List<Fault> faults) {
        VocabularyReader reader = new VocabularyReader(faults);
        for (MarkdownTables.Table table : tables) {
            if (table.heading().equals(HEADING)) {
                reader.table(table);
            }
        }
        if (reader.facts.isEmpty()) {
            faults.add(new Fault("", 0, "er is geen woordenlijst"));
        }
        return new Vocabulary(reader.facts);
    }

    private void table(MarkdownTables.Table table) {
        Cells cells = new Cells(table, faults);
        if (!cells.columnsAre(COLUMNS, new Vocabulary(List.of()))) {
            return;
        }
        for (MarkdownTables.Row row : table.rows()) {
            fact(cells, row);
        }
    }

    private void fact(Cells cells, MarkdownTables.Row row) {
        String name = cells.text(row, "feit");
        if (!names.add(name)) {
            cells.fault(row.line(), "feit '%s' staat er twee keer".formatted(name));
        }
        List<String> values = Arrays.stream(cells.text(row, "waarden").split(",", -1))
                .map(String::strip)
                .toList();
        if (values.size() < 2 || values.size() > Fact.MAX_VALUES) {
            cells.fault(row.line(), "een feit heeft 2 tot %d waarden".formatted(Fact.MAX_VALUES));
            return;
        }
        if (Set.copyOf(values).size() != values.size() || values.contains("") || values.contains("-")) {
            cells.fault(row.line(), "een waarde staat er twee keer, is leeg of is -");
            return;
        }
        boolean message = cells.word(row, "over", List.of("bericht", "gegeven")).equals("bericht");
        cells.text(row, "betekenis");
        Fact draft = new Fact(name, values, message ? Fact.Level.MESSAGE : Fact.Level.ITEM, null, 0);
        boolean known = cells.text(row, "onbekend =").equals("-");
        Integer unknown = known
                ? null
                : cells.value(row, draft, cells.text(row, "onbekend =")).orElse(0);
        int usual = cells.value(row, draft, cells.text(row, "gewoon =")).orElse(0);
        facts.add(new Fact(name, values, draft.level(), unknown, usual));
    }
}
