package nl.sluis.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Numbers that add up to a total, of which the small ones are hidden, and as many more as are needed so that the total gives none of them away:
 * of the hidden cells there are at least two, and together they are at least the smallest cell. So each of them may be anything from zero to
 * their sum. Zero is a small number like any other: that nothing happened to anybody says something about everybody.
 *
 * @param total empty when hidden
 * @param cells each empty when hidden, in the order given
 */
record Line(OptionalInt total, List<OptionalInt> cells) {

    Line {
        cells = List.copyOf(cells);
    }

    /** One number that is part of no sum. */
    static OptionalInt alone(int count, int smallest) {
        return count < smallest ? OptionalInt.empty() : OptionalInt.of(count);
    }

    /**
     * Of two numbers or more.
     *
     * @param smallest the smallest number that is shown
     */
    static Line of(List<Integer> counts, int smallest) {
        if (counts.size() < 2) {
            throw new IllegalArgumentException("A line has two cells or more");
        }
        int total = counts.stream().mapToInt(Integer::intValue).sum();
        List<Boolean> hidden =
                new ArrayList<>(counts.stream().map(count -> count < smallest).toList());
        if (total >= smallest) {
            while (tells(counts, hidden, smallest)) {
                hidden.set(smallestShown(counts, hidden), true);
            }
        }
        return new Line(
                alone(total, smallest),
                IntStream.range(0, counts.size())
                        .mapToObj(i -> hidden.get(i) ? OptionalInt.empty() : OptionalInt.of(counts.get(i)))
                        .toList());
    }

    private static boolean tells(List<Integer> counts, List<Boolean> hidden, int smallest) {
        int[] away = IntStream.range(0, counts.size())
                .filter(hidden::get)
                .map(counts::get)
                .toArray();
        return away.length > 0 && (away.length < 2 || IntStream.of(away).sum() < smallest);
    }

    // There is one: if all were hidden, they would be two or more, and together the total
    private static int smallestShown(List<Integer> counts, List<Boolean> hidden) {
        return IntStream.range(0, counts.size())
                .filter(i -> !hidden.get(i))
                .boxed()
                .min((one, other) -> Integer.compare(counts.get(one), counts.get(other)))
                .orElseThrow();
    }
}
