package nl.sluis.regie;

import org.jspecify.annotations.Nullable;

/**
 * Who has regie and is nobody of the own organisation; kept as a record of the household.
 *
 * @param name for people
 * @param contact how to reach them; null when not told
 * @param organisation of a partner, as the directory names it; null for the family
 */
public record Outside(
        String name, @Nullable String contact, @Nullable String organisation) {

    /** The kind of record. */
    static final String KIND = "REGIE";

    /** Never who it is. */
    @Override
    public String toString() {
        return "Outside[...]";
    }
}
