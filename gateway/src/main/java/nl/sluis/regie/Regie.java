package nl.sluis.regie;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody has regie, or had.
 *
 * @param member over whom, where regie is split; null for the household, but for those members
 * @param professional of the own organisation, as the identity provider names them: who has regie, or stands beside who has it
 * @param second who stands in, as the identity provider names them; null when nobody does
 * @param absentUntil the last day on which the second stands in; null while the professional is there
 * @param outside the record that says who has it, where that is nobody of the own organisation
 * @param until null while it lasts
 */
public record Regie(
        UUID id,
        @Nullable UUID member,
        Holder holder,
        String professional,
        @Nullable String second,
        @Nullable LocalDate absentUntil,
        @Nullable UUID outside,
        Instant since,
        @Nullable Instant until) {

    /** Who has it. */
    public enum Holder {
        /** A professional of the own organisation. */
        PROFESSIONAL,
        /** A parent, or somebody of the family's network, with a professional beside. */
        FAMILY,
        /** A professional of another organisation, such as a certified institution, with one of the own beside. */
        PARTNER
    }

    /** Whether it lasts. */
    boolean lasts() {
        return until == null;
    }
}
