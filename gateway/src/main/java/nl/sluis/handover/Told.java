package nl.sluis.handover;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is told to the sender of a case: the same shape in which it tells.
 *
 * @param code what was done
 * @param form in what form there was contact; null where there was none
 * @param person who did it
 */
public record Told(String code, @Nullable String form, String person, LocalDate on, String text) {

    /** Never what it says. */
    @Override
    public String toString() {
        return "Told[" + code + "]";
    }
}
