package nl.sluis.policy.rules;

import java.util.Collection;
import java.util.Locale;

/** Finds what a writer probably meant: the known word at the smallest edit distance, when that is small. */
final class Suggestion {

    private Suggestion() {}

    /** {@code "; bedoelde u 'x'?"} when a known word is near, else nothing. */
    static String after(String word, Collection<String> known) {
        if (word.isEmpty() || word.length() > Limits.SUGGESTED_CHARS) {
            return "";
        }
        String nearest = "";
        int fewest = 1 + word.length() / 4;
        int tried = 0;
        for (String candidate : known) {
            if (++tried > Limits.SUGGESTIONS) {
                break;
            }
            boolean near = Math.abs(candidate.length() - word.length()) <= fewest;
            if (near && candidate.length() <= Limits.SUGGESTED_CHARS) {
                int distance = distance(word, candidate);
                if (distance <= fewest && (nearest.isEmpty() || distance < fewest)) {
                    nearest = candidate;
                    fewest = distance;
                }
            }
        }
        return nearest.isEmpty() ? "" : "; bedoelde u '%s'?".formatted(nearest);
    }

    /** Letters to add, drop or change, or neighbours to swap (optimal string alignment); upper and lower case are alike. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        int change = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
