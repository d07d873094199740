package nl.sluis.regie;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants regie to be.
 *
 * @param member over whom; null for the household
 * @param outside who has it, unless a professional of the own organisation does
 * @param absentUntil the last day on which the second stands in
 */
record Wanted(
        @Nullable UUID member,
        Regie.Holder holder,
        String professional,
        @Nullable String second,
        @Nullable LocalDate absentUntil,
        @Nullable Outside outside) {}
