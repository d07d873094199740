package nl.sluis.adapter.source;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluis.canonical.Bsn;

/** Finds what may be a citizen service number where none may stand (UAVG art. 46). */
public final class CitizenNumbers {

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9A-Za-z])(?:[0-9]{9}|[0-9]{4}[. ][0-9]{2}[. ][0-9]{3}"
            + "|[0-9]{3}[. -][0-9]{3}[. -][0-9]{3})(?![0-9A-Za-z])");
    private static final Set<String> NAMES =
            Set.of("bsn", "burgerservicenummer", "burger service nummer", "sofinummer", "sofi-nummer", "sofi");

    private CitizenNumbers() {}

    /** Whether a header or field says by its name that it holds one. */
    public static boolean named(String name) {
        return NAMES.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether nine digits that pass the eleven test stand in a text, also in groups and between words. */
    public static boolean in(String text) {
        // Most texts have no digit, and need no pattern
        if (text.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            if (new Bsn(number.group().replaceAll("[^0-9]", "")).passesElevenTest()) {
                return true;
            }
        }
        return false;
    }
}
