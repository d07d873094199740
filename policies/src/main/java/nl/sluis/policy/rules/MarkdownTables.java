package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the tables of one file: a strict subset of Markdown, prose in between is free. */
final class MarkdownTables {

    /** Marks that make a page show something else than stands in the text. */
    private static final Pattern HIDING = Pattern.compile("<!--|-->|```|~~~");

    private final String file;
    private final List<Fault> faults;
    private final List<Table> tables = new ArrayList<>();

    private @Nullable String heading;
    private @Nullable Table open;
    private boolean ruled;

    /** A table with the heading above it. */
    record Table(String file, String heading, int line, List<String> columns, List<Row> rows) {}

    /** A row with its line; as many cells as the table has columns. */
    record Row(int line, List<String> cells) {}

    private MarkdownTables(String file, List<Fault> faults) {
        this.file = file;
        this.faults = faults;
    }

    /** Reads the tables; what is wrong is added to the faults. */
    static List<Table> read(String file, String text, List<Fault> faults) {
        MarkdownTables reader = new MarkdownTables(file, faults);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length && !Limits.reached(faults); i++) {
            reader.line(i + 1, lines[i]);
        }
        reader.close(lines.length);
        return reader.tables;
    }

    private void line(int number, String raw) {
        String line = raw.strip();
        if (raw.startsWith("|")) {
            row(number, line);
            return;
        }
        close(number);
        if (HIDING.matcher(line).find()) {
            fault(number, "geen commentaar of codeblok: wat een lezer anders ziet, mag niet beslissen");
        } else if (line.startsWith("## ")) {
            heading = line.substring(3).strip();
        } else if (line.startsWith("#") && !line.startsWith("# ")) {
            fault(number, "alleen '# ' en '## ' zijn koppen");
        } else if (line.contains("|")) {
            fault(number, "een tabelregel begint met | aan het begin van de regel");
        }
    }

    private void row(int number, String line) {
        if (!line.endsWith("|") || line.length() < 2) {
            fault(number, "een tabelregel eindigt met |");
            return;
        }
        List<String> cells = Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
        if (open == null) {
            open(number, cells);
        } else if (!ruled) {
            ruled = true;
            if (cells.size() != open.columns().size() || !cells.stream().allMatch(cell -> cell.matches("-{3,}"))) {
                fault(number, "onder de koppen van een tabel hoort een regel |---| met evenveel kolommen");
            }
        } else if (cells.size() != open.columns().size()) {
            fault(
                    number,
                    "%d cellen, verwacht %d"
                            .formatted(cells.size(), open.columns().size()));
        } else {
            open.rows().add(new Row(number, cells));
        }
    }

    private void open(int number, List<String> columns) {
        if (heading == null) {
            fault(number, "een tabel staat onder een kop '## '");
        }
        if (columns.size() > Limits.COLUMNS) {
            fault(number, "%d kolommen; hoogstens %d".formatted(columns.size(), Limits.COLUMNS));
        }
        open = new Table(file, heading == null ? "" : heading, number, columns, new ArrayList<>());
        ruled = false;
    }

    private void close(int number) {
        if (open != null) {
            if (open.rows().isEmpty() && !Limits.reached(faults)) {
                fault(number, "een tabel zonder rijen");
            }
            tables.add(open);
            open = null;
        }
    }

    private void fault(int line, String message) {
        faults.add(new Fault(file, line, message));
    }
}
