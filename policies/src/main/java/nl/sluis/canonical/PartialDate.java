package nl.sluis.canonical;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date of which parts may be unknown, as the BRP allows: {@code YYYY-MM-DD}, {@code YYYY-MM-00}, {@code YYYY-00-00} or
 * {@code 0000-00-00}.
 *
 * @param year 1 to 9999, or 0 when unknown
 * @param month 1 to 12, or 0 when unknown
 * @param day 1 to 31, or 0 when unknown
 */
public record PartialDate(int year, int month, int day) {

    /** Nothing is known of the date. */
    public static final PartialDate UNKNOWN = new PartialDate(0, 0, 0);

    private static final Pattern SHAPE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    /**
     * @throws IllegalArgumentException when a known part follows an unknown one, or the date does not exist
     */
    public PartialDate {
        boolean gap = (year == 0 && month != 0) || (month == 0 && day != 0);
        boolean range = year < 0 || year > 9999 || month < 0 || month > 12 || day < 0;
        if (gap || range || (day > 0 && day > YearMonth.of(year, month).lengthOfMonth())) {
            throw new IllegalArgumentException("not a date, nor a partly known date");
        }
    }

    /**
     * @throws IllegalArgumentException when the text has another shape or names a date that does not exist
     */
    public static PartialDate parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a date of the form YYYY-MM-DD");
        }
        return new PartialDate(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    /** A fully known date. */
    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /** Whether year, month and day are known. */
    public boolean complete() {
        return day != 0;
    }

    /** The first day that this can be; 0001-01-01 when nothing is known. */
    public LocalDate earliest() {
        return LocalDate.of(Math.max(year, 1), Math.max(month, 1), Math.max(day, 1));
    }

    /** The last day that this can be; 9999-12-31 when nothing is known. */
    public LocalDate latest() {
        if (day != 0) {
            return LocalDate.of(year, month, day);
        }
        return year == 0
                ? LocalDate.of(9999, 12, 31)
                : YearMonth.of(year, month == 0 ? 12 : month).atEndOfMonth();
    }

    @Override
    public String toString() {
        return "%04d-%02d-%02d".formatted(year, month, day);
    }
}
