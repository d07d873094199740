package nl.sluis.followup;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long something may take: until the end of a day in the Netherlands. Whole days and no hours, so that the clock that goes back or forward
 * takes nothing away. Working days are Monday to Friday; holidays count as working days.
 *
 * @param days after the day on which it begins
 * @param working whether Saturdays and Sundays do not count
 */
public record Term(int days, boolean working) {

    /** Where days begin and end. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private static final Pattern FORM = Pattern.compile("(\\d{1,3})(d|wd)");
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** Reads {@code 5d}, or {@code 3wd} for working days; empty when it is neither. */
    public static Optional<Term> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Term(
                        Integer.parseInt(matcher.group(1)), matcher.group(2).equals("wd")))
                : Optional.empty();
    }

    /** The first moment after its last day. */
    public Instant endsAfter(Instant begin) {
        LocalDate day = begin.atZone(ZONE).toLocalDate();
        int left = days;
        while (left > 0) {
            day = day.plusDays(1);
            if (!working || !WEEKEND.contains(day.getDayOfWeek())) {
                left--;
            }
        }
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }
}
