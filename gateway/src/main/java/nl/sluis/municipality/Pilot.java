package nl.sluis.municipality;

import java.time.LocalDate;

/**
 * Another profile for a part of the municipality, for some time.
 *
 * @param from first day
 * @param until last day
 * @param profile that holds there and then
 */
public record Pilot(String name, Area area, LocalDate from, LocalDate until, Municipality profile) {

    boolean holds(Place place, LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until) && area.holds(place);
    }

    /** Whether both could hold at one place on one day. */
    boolean overlaps(Pilot other) {
        return !from.isAfter(other.until)
                && !other.from.isAfter(until)
                && area.shared(other.area).isPresent();
    }
}
