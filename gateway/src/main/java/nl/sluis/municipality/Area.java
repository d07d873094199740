package nl.sluis.municipality;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A part of a municipality: by postcodes of four digits, or four digits and two letters, and by names of wijken.
 *
 * @param postcodes such as 7001 or 7001AB
 * @param wijken as the municipality calls them; capitals do not matter
 */
public record Area(Set<String> postcodes, Set<String> wijken) {

    /** Copies. */
    public Area {
        postcodes = Set.copyOf(postcodes);
        wijken = Set.copyOf(wijken);
    }

    /** Whether it is all of the municipality. */
    boolean isEverywhere() {
        return postcodes.isEmpty() && wijken.isEmpty();
    }

    /** Whether somebody lives in it: the postcode says so, or else the name of the wijk. */
    boolean holds(Place place) {
        String postcode = place.postcode();
        if (postcode != null && (postcodes.contains(postcode) || postcodes.contains(postcode.substring(0, 4)))) {
            return true;
        }
        String wijk = place.wijk();
        return wijk != null && wijken.stream().anyMatch(one -> same(one, wijk));
    }

    /** A place that lies in both; empty when there is none. */
    Optional<String> shared(Area other) {
        Set<String> both = new TreeSet<>();
        for (String one : postcodes) {
            for (String two : other.postcodes) {
                // 7001 holds 7001AB
                if (one.startsWith(two) || two.startsWith(one)) {
                    both.add(one.length() > two.length() ? one : two);
                }
            }
        }
        wijken.stream()
                .filter(one -> other.wijken.stream().anyMatch(two -> same(one, two)))
                .forEach(both::add);
        return both.stream().findFirst();
    }

    private static boolean same(String one, String two) {
        return one.toLowerCase(Locale.ROOT).equals(two.toLowerCase(Locale.ROOT));
    }
}
