package nl.sluis.adapter.partners.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.StrictCsv;
import org.jspecify.annotations.Nullable;

/** What must be right of a row before its cells are understood: its length, its characters, and that nothing in it acts. */
final class RowChecks {

    /** What a spreadsheet would calculate; a telephone number or an amount with a sign in front is none. */
    private static final Pattern FORMULA = Pattern.compile("(?s)[=@].*|[+-](?![0-9(]|$).*");

    private final Columns columns;
    private final Set<String> required;
    private final @Nullable BsnGuard guard;

    RowChecks(MappingProfile profile, Columns columns, List<String> header) {
        this.columns = columns;
        this.required = profile.file().required();
        this.guard = ProfileRules.WITHOUT_BSN.contains(profile.type())
                ? new BsnGuard(header, profile.file().noBsn(), columns)
                : null;
    }

    /** What is wrong with a row; empty when its cells can be read. */
    List<Violation> of(StrictCsv.Row row) {
        List<Violation> faults = new ArrayList<>();
        if (row.cells().size() != columns.size()) {
            faults.add(new Violation(
                    "/row[" + row.number() + "]",
                    "RAGGED_ROW",
                    "This row has " + row.cells().size() + " cells and the header " + columns.size() + "."));
            return faults;
        }
        for (String name : columns.names()) {
            cell(
                    columns.place(row.number(), name),
                    row.cells().get(columns.index(name)),
                    required.contains(name),
                    faults);
        }
        for (int strange : columns.strange()) {
            cell(columns.place(row.number(), strange), row.cells().get(strange), false, faults);
        }
        if (guard != null) {
            guard.check(row, faults);
        }
        return faults;
    }

    private static void cell(String place, String cell, boolean required, List<Violation> faults) {
        if (cell.length() > StrictCsv.MAX_CELL) {
            faults.add(new Violation(place, "TOO_LONG", "A cell has at most 10,000 characters."));
        } else if (hasControl(cell)) {
            faults.add(new Violation(place, "CONTROL_CHARACTER", "A character that is no text, such as NUL."));
        } else if (FORMULA.matcher(cell.strip()).matches()) {
            faults.add(
                    new Violation(place, "FORMULA", "A spreadsheet would calculate this; it is not taken for text."));
        } else if (required && cell.isBlank()) {
            faults.add(new Violation(place, "REQUIRED", "A value is needed here."));
        }
    }

    /** Controls of ISO 6429, C0 and C1: over bytes, of which signs beyond Latin-1 are question marks; a stream of characters is much slower. */
    private static boolean hasControl(String cell) {
        for (byte character : cell.getBytes(StandardCharsets.ISO_8859_1)) {
            boolean control = (character & 0x60) == 0 || character == 0x7f;
            if (control && character != '\n' && character != '\r' && character != '\t') {
                return true;
            }
        }
        return false;
    }
}
