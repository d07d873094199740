package nl.sluis.policy.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The days on which the rules of a file hold, inclusive; null is without end. The day of sending decides. */
record Validity(@Nullable LocalDate from, @Nullable LocalDate until) {

    static final Validity ALWAYS = new Validity(null, null);

    private static final String FROM = "**Geldig vanaf.**";
    private static final String UNTIL = "**Geldig tot en met.**";

    /** Any line that begins like this means a date, also one with a slip of the pen: it must not pass unseen. */
    private static final String BEGINS = "**geldig";

    /** A day outside these years is a slip of the pen. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2999;

    static Validity read(String file, String text, List<Fault> faults) {
        boolean dated = FileKind.of(file)
                .filter(kind -> kind == FileKind.RULES || kind == FileKind.INVARIANTS)
                .isPresent();
        Validity result = ALWAYS;
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (!dated && line.toLowerCase(Locale.ROOT).startsWith(BEGINS)) {
                faults.add(new Fault(file, i + 1, "alleen een bestand met regels heeft een begin- of einddatum"));
            } else if (line.startsWith(FROM)) {
                twice(result.from, file, i + 1, faults);
                result = new Validity(date(file, i + 1, line.substring(FROM.length()), faults), result.until);
            } else if (line.startsWith(UNTIL)) {
                twice(result.until, file, i + 1, faults);
                result = new Validity(result.from, date(file, i + 1, line.substring(UNTIL.length()), faults));
            } else if (line.toLowerCase(Locale.ROOT).startsWith(BEGINS)) {
                faults.add(new Fault(file, i + 1, "een datum staat na '%s' of '%s'".formatted(FROM, UNTIL)));
            }
            if (result.backwards()) {
                faults.add(new Fault(file, i + 1, "de einddatum ligt voor de begindatum"));
                return ALWAYS;
            }
        }
        return result;
    }

    private static void twice(@Nullable LocalDate known, String file, int line, List<Fault> faults) {
        if (known != null) {
            faults.add(new Fault(file, line, "deze datum staat er twee keer"));
        }
    }

    private boolean backwards() {
        return from != null && until != null && until.isBefore(from);
    }

    private static @Nullable LocalDate date(String file, int line, String text, List<Fault> faults) {
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (thinkable(day)) {
                return day;
            }
            faults.add(new Fault(file, line, "een jaar van %d tot en met %d".formatted(FIRST_YEAR, LAST_YEAR)));
        } catch (DateTimeException e) {
            faults.add(new Fault(file, line, "geen datum van de vorm JJJJ-MM-DD"));
        }
        return null;
    }

    /** Whether a day lies in the years that a rule can name. */
    static boolean thinkable(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }
}
