package nl.sluis.node;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The Dutch calendar. */
public final class Dutch {

    /** The time in which days begin and end. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private Dutch() {}

    /** The day of a moment. */
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }
}
