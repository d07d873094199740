package nl.sluis.policy.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * On which days a legal basis may be relied on, inclusive.
 *
 * @param basis the code of the basis
 * @param off whether it is switched off on every day
 * @param from null when it has no first day
 * @param until null when it has no last day
 */
record InForce(
        String basis,
        boolean off,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    boolean on(LocalDate day) {
        return !off && (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
