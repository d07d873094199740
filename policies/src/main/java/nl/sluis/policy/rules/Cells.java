package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Reads the cells of one table; every fault gets the place where it stands. */
final class Cells {

    private final MarkdownTables.Table table;
    private final List<Fault> faults;

    Cells(MarkdownTables.Table table, List<Fault> faults) {
        this.table = table;
        this.faults = faults;
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().indexOf(table.columns().get(i)) != i) {
                fault(
                        table.line(),
                        "kolom '%s' staat er twee keer"
                                .formatted(table.columns().get(i)));
            }
        }
    }

    /** Reports columns that are neither wanted nor a fact, and wanted ones that are not there. */
    boolean columnsAre(List<String> wanted, Vocabulary vocabulary) {
        int before = faults.size();
        for (String column : wanted) {
            if (!table.columns().contains(column)) {
                fault(table.line(), "kolom '%s' ontbreekt".formatted(column));
            }
        }
        for (String column : table.columns()) {
            if (!wanted.contains(column) && vocabulary.position(column) == null) {
                fault(table.line(), "'%s' is geen feit uit de woordenlijst".formatted(column));
            }
        }
        return faults.size() == before;
    }

    /** The text of a cell that must say something. */
    String text(MarkdownTables.Row row, String column) {
        String cell = row.cells().get(table.columns().indexOf(column));
        if (cell.isEmpty()) {
            fault(row.line(), "lege cel onder '%s'".formatted(column));
        }
        return cell;
    }

    /** A list, from a closed set; {@code -} is the empty list. */
    List<String> list(MarkdownTables.Row row, String column, List<String> allowed) {
        String cell = text(row, column);
        if (cell.equals("-")) {
            return List.of();
        }
        List<String> words =
                Arrays.stream(cell.split(",", -1)).map(String::strip).toList();
        for (String word : words) {
            if (!allowed.contains(word)) {
                fault(row.line(), "'%s' mag niet onder '%s'".formatted(word, column));
            }
        }
        return words;
    }

    /** One word from a closed set. */
    String word(MarkdownTables.Row row, String column, List<String> allowed) {
        String cell = text(row, column);
        if (!cell.isEmpty() && !allowed.contains(cell)) {
            fault(row.line(), "'%s' mag niet onder '%s'".formatted(cell, column));
        }
        return cell;
    }

    /** The box of a row: {@code -} means that the fact does not matter; a value, a list, or {@code niet} and a list. */
    Box box(MarkdownTables.Row row, Vocabulary vocabulary) {
        Box box = vocabulary.everything();
        for (String column : table.columns()) {
            Integer position = vocabulary.position(column);
            if (position != null) {
                String cell = text(row, column);
                if (!cell.isEmpty() && !cell.equals("-")) {
                    box = box.with(position, mask(row, vocabulary.fact(position), cell));
                }
            }
        }
        return box;
    }

    private long mask(MarkdownTables.Row row, Fact fact, String cell) {
        boolean not = cell.startsWith("niet ");
        List<String> words = new ArrayList<>();
        long mask = 0;
        for (String part : (not ? cell.substring(5) : cell).split(",", -1)) {
            String word = part.strip();
            OptionalInt value = value(row, fact, word);
            if (value.isPresent()) {
                mask |= 1L << value.getAsInt();
            }
            if (words.contains(word)) {
                fault(row.line(), "'%s' staat er twee keer".formatted(word));
            }
            words.add(word);
        }
        if (mask == fact.all()) {
            fault(row.line(), "'%s' noemt alle waarden; schrijf -".formatted(fact.name()));
        }
        return not ? fact.all() & ~mask : mask;
    }

    OptionalInt value(MarkdownTables.Row row, Fact fact, String word) {
        int value = fact.values().indexOf(word);
        if (value < 0) {
            fault(row.line(), "'%s' is geen waarde van '%s'".formatted(word, fact.name()));
            return OptionalInt.empty();
        }
        return OptionalInt.of(value);
    }

    void fault(int line, String message) {
        faults.add(new Fault(table.file(), line, message));
    }

    List<Fault> faults() {
        return faults;
    }
}
