package nl.sluis.adapter.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Violation;

/**
 * CSV (RFC 4180) without its loose ends: a header, an agreed character set, bounded lines, cells, columns and rows, and a line break
 * behind the last row, so that a file that was cut off is noticed.
 */
public final class StrictCsv {

    /** Longest line that is read, in characters. */
    public static final int MAX_LINE = 65_536;

    /** Longest cell that is read, in characters. */
    public static final int MAX_CELL = 10_000;

    /** Most columns that are read. */
    public static final int MAX_COLUMNS = 250;

    /** Most rows that are read. */
    public static final int MAX_ROWS = 10_000;

    private StrictCsv() {}

    /**
     * How a file is written.
     *
     * @param marked whether a byte order mark may stand before it
     * @param openEnd whether the last row may lack its line break
     */
    public record Form(char delimiter, char quote, Charset charset, boolean marked, boolean openEnd) {}

    /**
     * What a file holds.
     *
     * @param headerText the line of the header as it stands in the file, with its line break
     */
    public record Table(List<String> header, String headerText, List<Row> rows) {
        public Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row; how many cells it has is for the reader to judge.
     *
     * @param number as a spreadsheet counts: the header is row 1
     * @param text as it stands in the file, with its line break
     */
    public record Row(int number, List<String> cells, String text) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** Reads a file. */
    public static Parsed<Table> read(Payload payload, Form form) {
        return Bytes.text(payload, form.charset(), form.marked()).then(text -> parse(text, form));
    }

    private static Parsed<Table> parse(String text, Form form) {
        Lines lines = new Lines(text);
        int tooLong = lines.longerThan(MAX_LINE);
        if (tooLong > 0) {
            return Parsed.faulty("TOO_DEEP_OR_TOO_LONG", "Line " + tooLong + " has more than 65,536 characters.");
        }
        if (!form.openEnd() && !lines.endsWithBreak()) {
            return Parsed.faulty("CUT_OFF", "The last line has no line break: the file may have been cut off.");
        }
        List<CsvRecord> records = new ArrayList<>();
        // Reads text in memory: nothing is open
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(form.delimiter())
                .quoteCharacter(form.quote())
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .ofCsvRecord(text);
        try {
            for (CsvRecord record : reader) {
                records.add(record);
                if (records.size() > MAX_ROWS + 1) {
                    return Parsed.faulty("TOO_MANY", "The file has more than 10,000 rows.");
                }
            }
        } catch (CsvParseException broken) {
            return Parsed.faulty(
                    "NOT_CSV",
                    "A quote is not closed, or text follows a closing quote; after line "
                            + (records.isEmpty()
                                    ? 0
                                    : records.get(records.size() - 1).getStartingLineNumber()) + ".");
        }
        return table(records, lines, form);
    }

    private static Parsed<Table> table(List<CsvRecord> records, Lines lines, Form form) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            int first = Math.toIntExact(records.get(i).getStartingLineNumber());
            int next = i + 1 == records.size()
                    ? lines.count() + 1
                    : Math.toIntExact(records.get(i + 1).getStartingLineNumber());
            rows.add(new Row(i + 1, records.get(i).getFields(), lines.text(first, next)));
        }
        List<Violation> faults = new ArrayList<>();
        for (Row row : rows) {
            if (row.cells().size() > MAX_COLUMNS) {
                faults.add(new Violation("/row[" + row.number() + "]", "TOO_MANY", "More than 250 columns."));
            }
        }
        rows.stream().limit(1).forEach(header -> header(header, faults));
        if (!form.openEnd() && runsOn(rows)) {
            faults.add(new Violation("/row[" + rows.size() + "]", "NOT_CSV", "A quote in this row is not closed."));
        }
        if (rows.size() < 2) {
            faults.add(new Violation("/", "EMPTY", "There is no row below the header."));
        }
        if (!faults.isEmpty()) {
            return new Parsed.Faulty<>(faults);
        }
        Row header = rows.get(0);
        return new Parsed.Tree<>(new Table(header.cells(), header.text(), rows.subList(1, rows.size())));
    }

    /** A header in quotes may run over many lines, each of which is short. */
    private static void header(Row header, List<Violation> faults) {
        if (header.text().length() > MAX_LINE) {
            faults.add(new Violation("/row[1]", "TOO_LONG", "The header has more than 65,536 characters."));
        }
        for (int i = 0; i < header.cells().size(); i++) {
            if (header.cells().get(i).length() > MAX_CELL) {
                faults.add(new Violation(
                        "/column[" + (i + 1) + "]", "TOO_LONG", "A header has at most 10,000 characters."));
            }
        }
    }

    /** A value that is still open at the end has swallowed the last line break. */
    private static boolean runsOn(List<Row> rows) {
        if (rows.isEmpty() || rows.get(rows.size() - 1).cells().isEmpty()) {
            return false;
        }
        List<String> cells = rows.get(rows.size() - 1).cells();
        String last = cells.get(cells.size() - 1);
        return last.endsWith("\n") || last.endsWith("\r");
    }
}
