package nl.sluis.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import nl.sluis.node.Dutch;

/**
 * Days and moments as a page says them, in the time of the Netherlands.
 *
 * @param language of the reader
 */
public record DateWords(Locale language) {

    /** A day, without the name of the day. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(day);
    }

    /** The day of a moment, without the name of the day. */
    public String dayOf(Instant at) {
        return day(Dutch.day(at));
    }

    /** A day with its name. */
    public String fullDay(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(language)
                .format(day);
    }

    /** Whether a moment is the begin of a day: a term that ends then has all of the day before. */
    public boolean beginsDay(Instant at) {
        return Dutch.day(at).atStartOfDay(Dutch.ZONE).toInstant().equals(at);
    }
}
