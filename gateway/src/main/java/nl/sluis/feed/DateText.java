package nl.sluis.feed;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.sluis.canonical.PartialDate;

/** A date as people write it, as far as it is known. */
public final class DateText {

    private DateText() {}

    /** Day, month and year; month and year; the year; or a question mark. */
    public static String of(PartialDate date, Locale locale) {
        if (date.year() == 0) {
            return "?";
        }
        String form = date.month() == 0 ? "uuuu" : date.complete() ? "d MMMM uuuu" : "MMMM uuuu";
        return DateTimeFormatter.ofPattern(form, locale).format(date.earliest());
    }
}
