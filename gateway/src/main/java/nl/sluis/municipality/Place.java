package nl.sluis.municipality;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a household lives, as far as routing needs it. Without house number: it names a street at most.
 *
 * @param postcode four digits, with or without two letters; null when not known
 * @param wijk as the municipality calls it; null when not known
 */
public record Place(@Nullable String postcode, @Nullable String wijk) {

    /**
     * @throws IllegalArgumentException when it is no Dutch postcode
     */
    public Place {
        postcode = postcode == null ? null : postcode.replace(" ", "").toUpperCase(Locale.ROOT);
        if (postcode != null && !postcode.matches("[1-9][0-9]{3}([A-Z]{2})?")) {
            throw new IllegalArgumentException(
                    "a postcode has four digits, the first not 0, with or without two letters");
        }
        wijk = wijk == null ? null : wijk.strip();
    }

    /** Never where. */
    @Override
    public String toString() {
        return "Place[...]";
    }
}
