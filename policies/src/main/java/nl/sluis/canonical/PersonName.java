package nl.sluis.canonical;

import org.jspecify.annotations.Nullable;

/**
 * A name in its Dutch parts; parts that are not known are null.
 *
 * @param given first names
 * @param initials voorletters
 * @param prefix voorvoegsel, such as "van de"
 * @param family geslachtsnaam without the prefix
 */
public record PersonName(
        @Nullable String given,
        @Nullable String initials,
        @Nullable String prefix,
        @Nullable String family) {

    /** Never the name itself. */
    @Override
    public String toString() {
        return "PersonName[...]";
    }
}
