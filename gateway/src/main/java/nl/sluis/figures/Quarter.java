package nl.sluis.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluis.node.Dutch;

/**
 * A quarter of the Dutch calendar. There is no other period: a year less three of its quarters is the fourth, with what that hides.
 *
 * @param year 2000 to 2999
 * @param number 1 to 4
 */
record Quarter(int year, int number) {

    private static final Pattern FORM = Pattern.compile("(2\\d{3})-Q([1-4])");
    private static final int MONTHS = 3;

    /** Reads {@code 2026-Q3}; empty when it is anything else. */
    static Optional<Quarter> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Quarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    LocalDate firstDay() {
        return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
    }

    LocalDate lastDay() {
        return firstDay().plusMonths(MONTHS).minusDays(1);
    }

    /** Its first moment. */
    Instant from() {
        return firstDay().atStartOfDay(Dutch.ZONE).toInstant();
    }

    /** The first moment after it. */
    Instant until() {
        return firstDay().plusMonths(MONTHS).atStartOfDay(Dutch.ZONE).toInstant();
    }

    boolean isOver(Instant now) {
        return !now.isBefore(until());
    }

    /** As it is asked for. */
    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
