package nl.sluis.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The day in Europe/Amsterdam. Working it out takes longer than a tenth of a decision, and nearly every moment is of the same
 * day as the one before it: the last day is kept. Safe for use by several threads.
 */
final class HomeDay {

    /** Where days are counted. */
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private static volatile Kept last = Kept.of(Instant.EPOCH);

    private HomeDay() {}

    /** A day with its first second and that of the next. */
    private record Kept(LocalDate day, long from, long until) {

        static Kept of(Instant moment) {
            LocalDate day = LocalDate.ofInstant(moment, ZONE);
            return new Kept(day, start(day), start(day.plusDays(1)));
        }

        private static long start(LocalDate day) {
            return day.atStartOfDay(ZONE).toEpochSecond();
        }
    }

    /** The day of a moment. */
    static LocalDate of(Instant moment) {
        Kept kept = last;
        long second = moment.getEpochSecond();
        if (second < kept.from || second >= kept.until) {
            kept = Kept.of(moment);
            last = kept;
        }
        return kept.day;
    }
}
