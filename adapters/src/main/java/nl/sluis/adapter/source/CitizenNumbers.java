package nl.sluis.adapter.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluis.canonical.Bsn;

/** Finds what may be a citizen service number where none may stand (UAVG art. 46). */
public final class CitizenNumbers {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** Eight digits that are a day, year first or last: no number that lost its zero. */
    private static final Pattern DAY =
            Pattern.compile("(?:1[89]|2[01])[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
                    + "|(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])(?:1[89]|2[01])[0-9]{2}");

    /** What stands before a serial in the number of an invoice or a letter. */
    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");

    /** A space, one that does not break, a dot, a dash. */
    private static final String BETWEEN_HALVES = " \u00a0.-";

    private static final int SHORTEST_HALF = 3;

    private static final int LENGTH = 9;
    private static final Set<String> NAMES =
            Set.of("bsn", "burgerservicenummer", "burger service nummer", "sofinummer", "sofi-nummer", "sofi");

    private CitizenNumbers() {}

    /** Whether a header or field says by its name that it holds one. */
    public static boolean named(String name) {
        return NAMES.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * Whether nine digits that pass the eleven test stand in a text: as they are, between letters, in groups with one sign between
     * them, or without the zero that they begin with.
     */
    public static boolean in(String text) {
        // Most texts have fewer digits than a number, and need no pattern
        if (!hasDigits(text, LENGTH - 1)) {
            return false;
        }
        List<MatchResult> groups = new ArrayList<>();
        Matcher matcher = DIGITS.matcher(text);
        while (matcher.find()) {
            groups.add(matcher.toMatchResult());
        }
        for (int i = 0; i < groups.size(); i++) {
            if (alone(text, groups, i) || grouped(text, groups, i)) {
                return true;
            }
        }
        return false;
    }

    /** Over bytes, of which signs beyond Latin-1 are question marks: a stream of characters took a seventh of the samples of a file. */
    private static boolean hasDigits(String text, int wanted) {
        int found = 0;
        for (byte character : text.getBytes(StandardCharsets.ISO_8859_1)) {
            if (character >= '0' && character <= '9') {
                found++;
            }
        }
        return found >= wanted;
    }

    private static boolean alone(String text, List<MatchResult> groups, int at) {
        String digits = groups.get(at).group();
        boolean lostItsZero = digits.length() == LENGTH - 1
                && !DAY.matcher(digits).matches()
                && !joined(text, groups, at - 1)
                && !joined(text, groups, at);
        return passes(digits) || (lostItsZero && passes("0" + digits));
    }

    /** Groups of digits with one sign between them that make one number together. */
    private static boolean grouped(String text, List<MatchResult> groups, int first) {
        StringBuilder digits = new StringBuilder(groups.get(first).group());
        int last = first;
        while (digits.length() < LENGTH && joined(text, groups, last)) {
            last++;
            digits.append(groups.get(last).group());
        }
        if (last == first || !passes(digits.toString())) {
            return false;
        }
        if (last - first == 1) {
            return halves(text, groups, first);
        }
        int size = groups.get(first).group().length();
        int next = groups.get(first + 1).group().length();
        boolean usual = last - first == 2 && ((size == 4 && next == 2) || (size == 3 && next == 3));
        return usual
                || (uniform(text, groups, first, last)
                        && !joined(text, groups, first - 1)
                        && !joined(text, groups, last));
    }

    /**
     * Two groups, each of three digits or more and nothing joined to them: no area and telephone, no amount with its cents, and no
     * year with a serial behind a dash.
     */
    private static boolean halves(String text, List<MatchResult> groups, int first) {
        String one = groups.get(first).group();
        String two = groups.get(first + 1).group();
        char sign = text.charAt(groups.get(first).end());
        boolean serial = sign == '-' && YEAR.matcher(one).matches();
        return one.length() >= SHORTEST_HALF
                && two.length() >= SHORTEST_HALF
                && BETWEEN_HALVES.indexOf(sign) >= 0
                && !serial
                && !joined(text, groups, first - 1)
                && !joined(text, groups, first + 1);
    }

    private static boolean uniform(String text, List<MatchResult> groups, int first, int last) {
        char sign = text.charAt(groups.get(first).end());
        for (int i = first; i < last; i++) {
            if (text.charAt(groups.get(i).end()) != sign) {
                return false;
            }
        }
        return true;
    }

    /** Whether one sign, and no letter, stands between a group and the next. */
    private static boolean joined(String text, List<MatchResult> groups, int at) {
        return at >= 0
                && at + 1 < groups.size()
                && groups.get(at + 1).start() - groups.get(at).end() == 1
                && !Character.isLetter(text.charAt(groups.get(at).end()));
    }

    private static boolean passes(String digits) {
        return digits.length() == LENGTH && new Bsn(digits).passesElevenTest();
    }
}
