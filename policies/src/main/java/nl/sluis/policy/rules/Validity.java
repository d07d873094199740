package nl.sluis.policy.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The days on which the rules of a file hold, inclusive; null is without end. The day of sending decides. */
record Validity(@Nullable LocalDate from, @Nullable LocalDate until) {

    static final Validity ALWAYS = new Validity(null, null);

    private static final String FROM = "**Geldig vanaf.**";
    private static final String UNTIL = "**Geldig tot en met.**";

    static Validity read(String file, String text, List<Fault> faults) {
        Validity result = ALWAYS;
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (line.startsWith(FROM)) {
                result = new Validity(date(file, i + 1, line.substring(FROM.length()), faults), result.until);
            } else if (line.startsWith(UNTIL)) {
                result = new Validity(result.from, date(file, i + 1, line.substring(UNTIL.length()), faults));
            }
        }
        return result;
    }

    private static @Nullable LocalDate date(String file, int line, String text, List<Fault> faults) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            faults.add(new Fault(file, line, "geen datum van de vorm JJJJ-MM-DD"));
            return null;
        }
    }
}
