package nl.sluis.adapter.partners.csv;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.StrictCsv;
import nl.sluis.canonical.PartialDate;
import org.jspecify.annotations.Nullable;

/** The cells of one row by their columns, read as what they should be; what they are not is a fault that names the place. */
final class Cells {

    private static final Pattern COMMA =
            Pattern.compile("(?:€ ?)?([0-9]{1,3}(?:[.][0-9]{3}){1,3}|[0-9]{1,9})(?:,([0-9]{1,2}))?");
    private static final Pattern POINT =
            Pattern.compile("(?:€ ?)?([0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,9})(?:[.]([0-9]{1,2}))?");

    private final Columns columns;
    private final MappingProfile.FileRules rules;
    private final StrictCsv.Row row;
    private final List<Violation> faults = new ArrayList<>();
    private final Set<String> read = new LinkedHashSet<>();
    private @Nullable PartialDate day;

    Cells(Columns columns, MappingProfile.FileRules rules, StrictCsv.Row row) {
        this.columns = columns;
        this.rules = rules;
        this.row = row;
    }

    List<Violation> faults() {
        return faults;
    }

    /** The names of the columns of which something was made. */
    Set<String> read() {
        return read;
    }

    int number() {
        return row.number();
    }

    /** On which day codes must be in use. */
    void on(@Nullable PartialDate usedOn) {
        this.day = usedOn;
    }

    @Nullable
    PartialDate day() {
        return day;
    }

    /** Text, with the meaning of a code put in its place; null when there is none. */
    @Nullable
    String text(@Nullable Value value) {
        if (value == null) {
            return null;
        }
        if (value.constant() != null) {
            return value.constant();
        }
        List<String> parts = new ArrayList<>();
        for (String column : value.columns()) {
            read.add(column);
            String cell = cell(column);
            if (!cell.isEmpty()) {
                parts.add(cell);
            }
        }
        if (parts.isEmpty() && value.required()) {
            fault(value, "REQUIRED", "A value is needed here.");
        }
        String text = String.join(" ", parts);
        return parts.isEmpty() ? null : value.codes().isEmpty() ? text : meaning(value, text);
    }

    /** Text of at most so many characters, on one line. */
    @Nullable
    String line(@Nullable Value value, int most) {
        String text = text(value);
        if (value == null || text == null) {
            return null;
        }
        if (text.length() > most || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            fault(value, "TOO_LONG", "At most " + most + " characters on one line are read here.");
            return null;
        }
        return text;
    }

    /** A date; null when the cell is empty or at fault. */
    @Nullable
    PartialDate date(@Nullable Value value) {
        String text = text(value);
        if (value == null || text == null) {
            return null;
        }
        for (DateStyle style : rules.dates()) {
            Optional<PartialDate> date = style.read(text);
            if (date.isPresent()) {
                return date.get();
            }
        }
        fault(value, "NOT_A_DATE", "No such date, or written otherwise than the profile says.");
        return null;
    }

    /** An amount in euros; null when the cell is empty or at fault. */
    @Nullable
    BigDecimal amount(@Nullable Value value) {
        String text = text(value);
        if (value == null || text == null) {
            return null;
        }
        Matcher amount = (rules.decimalComma() ? COMMA : POINT).matcher(text);
        if (!amount.matches()) {
            fault(value, "NOT_AN_AMOUNT", "No amount of zero or more, or written otherwise than the profile says.");
            return null;
        }
        String cents = amount.group(2) == null ? "00" : (amount.group(2) + "0").substring(0, 2);
        return new BigDecimal(amount.group(1).replace(".", "").replace(",", "") + "." + cents);
    }

    void fault(Value value, String code, String message) {
        faults.add(new Violation(columns.place(row.number(), value.columns()), code, message));
    }

    void fault(String code, String message) {
        faults.add(new Violation("/row[" + row.number() + "]", code, message));
    }

    /** A cell without the spaces around it; empty when the row is too short, which is a fault of its own. */
    String cell(String column) {
        int at = columns.index(column);
        return at < 0 || at >= row.cells().size() ? "" : row.cells().get(at).strip();
    }

    private @Nullable String meaning(Value value, String text) {
        Code code = value.codes().get(text);
        PartialDate used = day == null ? PartialDate.UNKNOWN : day;
        if (code == null) {
            fault(value, "UNKNOWN_CODE", "Not a code of the list in the profile.");
            return null;
        }
        if (code.lapsed(used)) {
            String instead = code.instead() == null ? "." : "; use " + code.instead() + ".";
            fault(value, "CODE_LAPSED", "This code was in use until " + code.until() + instead);
            return null;
        }
        if (code.early(used)) {
            fault(value, "CODE_NOT_YET", "This code is in use from " + code.from() + ".");
            return null;
        }
        return code.means();
    }
}
