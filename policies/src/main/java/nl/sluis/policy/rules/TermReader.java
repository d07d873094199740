package nl.sluis.policy.rules;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the named numbers; lawyers change these without code. */
final class TermReader {

    static final String HEADING = "Termijnen";

    private static final List<String> COLUMNS = List.of("plicht", "aantal", "eenheid", "betekenis", "zekerheid");

    private TermReader() {}

    static Map<String, Term> read(List<MarkdownTables.Table> tables, List<Fault> faults) {
        Map<String, Term> terms = new LinkedHashMap<>();
        for (MarkdownTables.Table table : tables) {
            if (table.heading().equals(HEADING)) {
                table(table, terms, faults);
            }
        }
        return terms;
    }

    private static void table(MarkdownTables.Table table, Map<String, Term> terms, List<Fault> faults) {
        Cells cells = new Cells(table, faults);
        if (!cells.columnsAre(COLUMNS, new Vocabulary(List.of()))) {
            return;
        }
        List<String> units =
                Arrays.stream(Term.Unit.values()).map(Term.Unit::word).toList();
        for (MarkdownTables.Row row : table.rows()) {
            COLUMNS.forEach(column -> cells.text(row, column));
            String duty = cells.text(row, "plicht");
            int unit = units.indexOf(cells.word(row, "eenheid", units));
            String count = cells.text(row, "aantal");
            if (!count.matches("\\d{1,4}")) {
                cells.fault(row.line(), "'aantal' is een geheel getal van hoogstens vier cijfers");
            } else if (unit >= 0 && terms.put(duty, term(duty, count, unit)) != null) {
                cells.fault(row.line(), "plicht '%s' staat er twee keer".formatted(duty));
            }
        }
    }

    private static Term term(String duty, String count, int unit) {
        return new Term(duty, Integer.parseInt(count), Term.Unit.values()[unit]);
    }
}
