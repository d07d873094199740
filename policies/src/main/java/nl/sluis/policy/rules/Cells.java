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
                List<String> known = new ArrayList<>(wanted);
                vocabulary.facts().forEach(fact -> known.add(fact.name()));
                fault(
                        table.line(),
                        "'%s' is geen feit uit de woordenlijst%s".formatted(column, Suggestion.after(column, known)));
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

    /** The text of a cell that people read: a reason, an article. A dash says nothing. */
    String said(MarkdownTables.Row row, String column) {
        String cell = text(row, column);
        if (!cell.isEmpty() && cell.chars().noneMatch(Character::isLetter)) {
            fault(row.line(), "onder '%s' staat geen tekst".formatted(column));
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
        words.forEach(word -> allowed(row, column, word, allowed));
        if (words.stream().distinct().count() != words.size()) {
            fault(row.line(), "onder '%s' staat iets twee keer".formatted(column));
        }
        return words;
    }

    /** One word from a closed set. */
    String word(MarkdownTables.Row row, String column, List<String> allowed) {
        String cell = text(row, column);
        if (!cell.isEmpty()) {
            allowed(row, column, cell, allowed);
        }
        return cell;
    }

    private void allowed(MarkdownTables.Row row, String column, String word, List<String> allowed) {
        if (!allowed.contains(word)) {
            fault(row.line(), "'%s' mag niet onder '%s'%s".formatted(word, column, Suggestion.after(word, allowed)));
        }
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

    /** The values that a cell allows: one, a list, or {@code niet} and a list; never all and never none. */
    long mask(MarkdownTables.Row row, Fact fact, String cell) {
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
            fault(
                    row.line(),
                    "'%s' is geen waarde van '%s'%s"
                            .formatted(word, fact.name(), Suggestion.after(word, fact.values())));
            return OptionalInt.empty();
        }
        return OptionalInt.of(value);
    }

    void fault(int line, String message) {
        faults.add(new Fault(table.file(), line, message));
    }

    String file() {
        return table.file();
    }

    List<String> columns() {
        return table.columns();
    }
}
