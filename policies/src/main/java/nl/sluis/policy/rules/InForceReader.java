package nl.sluis.policy.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads which legal basis may be relied on, and on which days. Every basis of the word list stands in it exactly once. */
final class InForceReader {

    static final String HEADING = "In werking";

    private static final List<String> COLUMNS = List.of("grondslag", "vanaf", "tot en met", "artikel", "zekerheid");
    private static final String OFF = "uit";

    private final List<String> bases;
    private final List<Fault> faults;
    private final List<InForce> found = new ArrayList<>();

    private InForceReader(List<String> bases, List<Fault> faults) {
        this.bases = bases;
        this.faults = faults;
    }

    static List<InForce> read(List<MarkdownTables.Table> tables, Vocabulary vocabulary, List<Fault> faults) {
        Integer position = vocabulary.position("grondslag");
        List<String> bases =
                position == null ? List.of() : vocabulary.fact(position).values();
        InForceReader reader = new InForceReader(bases, faults);
        tables.stream().filter(table -> table.heading().equals(HEADING)).forEach(reader::table);
        for (String basis : bases) {
            if (reader.found.stream().noneMatch(known -> known.basis().equals(basis))) {
                faults.add(new Fault("", 0, "grondslag '%s' staat niet onder '%s'".formatted(basis, HEADING)));
            }
        }
        return reader.found;
    }

    private void table(MarkdownTables.Table table) {
        Cells cells = new Cells(table, faults);
        if (cells.columnsAre(COLUMNS, new Vocabulary(List.of()))) {
            table.rows().forEach(row -> row(cells, row));
        }
    }

    private void row(Cells cells, MarkdownTables.Row row) {
        String basis = cells.word(row, "grondslag", bases);
        cells.text(row, "artikel");
        cells.word(row, "zekerheid", RuleReader.CONFIDENCE);
        if (found.stream().anyMatch(known -> known.basis().equals(basis))) {
            cells.fault(row.line(), "grondslag '%s' staat er twee keer".formatted(basis));
        }
        boolean off = cells.text(row, "vanaf").equals(OFF);
        LocalDate from = off ? null : date(cells, row, "vanaf");
        LocalDate until = date(cells, row, "tot en met");
        if (from != null && until != null && until.isBefore(from)) {
            cells.fault(row.line(), "'tot en met' ligt voor 'vanaf'");
        }
        found.add(new InForce(basis, off, from, until));
    }

    private static @Nullable LocalDate date(Cells cells, MarkdownTables.Row row, String column) {
        String cell = cells.text(row, column);
        if (cell.equals("-")) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(cell);
            if (Validity.thinkable(day)) {
                return day;
            }
            cells.fault(row.line(), "'%s' ligt buiten de jaren die een regel kan noemen".formatted(column));
        } catch (DateTimeException e) {
            cells.fault(row.line(), "'%s' is een datum van de vorm JJJJ-MM-DD".formatted(column));
        }
        return null;
    }
}
