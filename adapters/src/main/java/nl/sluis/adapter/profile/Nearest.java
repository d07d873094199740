package nl.sluis.adapter.profile;

import java.util.Collection;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what a writer probably meant. */
public final class Nearest {

    private static final int LONGEST = 60;

    private Nearest() {}

    /** {@code "; did you mean 'x'?"} when a known word is near, else nothing. */
    public static String to(String word, Collection<String> known) {
        if (word.isEmpty() || word.length() > LONGEST) {
            return "";
        }
        int most = 1 + word.length() / 4;
        LevenshteinDistance distance = new LevenshteinDistance(most);
        String nearest = "";
        int fewest = most + 1;
        for (String candidate : known) {
            int far = distance.apply(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (far >= 0 && far < fewest) {
                nearest = candidate;
                fewest = far;
            }
        }
        return nearest.isEmpty() ? "" : "; did you mean '" + nearest + "'?";
    }
}
