package nl.sluis.adapter.partners.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.StrictCsv;

/**
 * A file given back to its partner: the same rows with one column more, {@code sluis}, that says what became of each. The column
 * names places and never a value. Cells that a spreadsheet would calculate get an apostrophe in front (OWASP, CSV injection).
 */
final class CsvAnswer {

    private static final String COLUMN = "sluis";
    private static final Pattern ACTS = Pattern.compile("(?s)[=+@\\t\\r-].*");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9 .,()-]*");

    private final MappingProfile profile;
    private final StringWriter text = new StringWriter();
    private final CsvWriter writer;

    CsvAnswer(MappingProfile profile) {
        this.profile = profile;
        this.writer = CsvWriter.builder()
                .fieldSeparator(profile.file().form().delimiter())
                .quoteCharacter(profile.file().form().quote())
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0)
                .build(text);
    }

    /** The answer; when nothing of the file could be read, a row for each fault of it. */
    Payload of(Payload payload, List<String> words) {
        StrictCsv.read(payload, profile.file().form()).fold(this::faults, table -> rows(table, words));
        return new Payload(
                "text/csv;profile=" + profile.name() + ";charset="
                        + profile.file().form().charset().name(),
                text.toString().getBytes(profile.file().form().charset()));
    }

    private Void rows(StrictCsv.Table table, List<String> words) {
        Columns columns = new Columns(table.header(), profile);
        if (!columns.faults().isEmpty()) {
            return faults(columns.faults());
        }
        Map<Integer, String> said = new HashMap<>();
        List<List<StrictCsv.Row>> messages = CsvAdapter.messages(profile, columns, table);
        for (int i = 0; i < messages.size(); i++) {
            String word = i < words.size() ? words.get(i) : "";
            messages.get(i).forEach(row -> said.put(row.number(), word));
        }
        line(table.header(), COLUMN);
        table.rows().forEach(row -> line(row.cells(), said.getOrDefault(row.number(), "")));
        return null;
    }

    private Void faults(List<Violation> faults) {
        writer.writeRecord(COLUMN);
        faults.forEach(fault -> writer.writeRecord(fault.path() + " " + fault.code() + " " + fault.message()));
        return null;
    }

    private void line(List<String> cells, String last) {
        List<String> line = new ArrayList<>();
        cells.forEach(cell -> line.add(harmless(cell)));
        line.add(last);
        writer.writeRecord(line);
    }

    private static String harmless(String cell) {
        return ACTS.matcher(cell).matches() && !NUMBER.matcher(cell.strip()).matches() ? "'" + cell : cell;
    }
}
