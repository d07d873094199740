package nl.sluis.figures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Rows of two parts each with their sums, over which there is a row of totals, and small cells are hidden so that no subtraction gives one back.
 * A row shows everything, its sum alone, or nothing. What is hidden may be any of at least as many numbers as the smallest cell:
 *
 * <ul>
 *   <li>Rows that show nothing are two or more, and together at least the smallest cell.
 *   <li>A row that shows its sum alone can hold, by what all other cells and totals say, from {@code max(0, sum - B)} to {@code min(sum, A)} of
 *       the first part, where A and B are what is left of the totals after the rows that show everything (the bounds of Fréchet); that is wide
 *       enough.
 * </ul>
 *
 * @param rows in the order given
 * @param total of all rows
 */
record Split(List<Shown> rows, Shown total) {

    Split {
        rows = List.copyOf(rows);
    }

    /** How much of a row is shown; each shows less than the one before it. */
    private enum Level {
        ALL,
        SUM,
        NOTHING
    }

    /** Two parts of a sum. */
    record Parts(int first, int second) {

        int sum() {
            return first + second;
        }
    }

    /** A row as it is shown; what is hidden is empty. */
    record Shown(OptionalInt first, OptionalInt second, OptionalInt sum) {

        private static Shown of(Parts parts, Level level) {
            boolean all = level == Level.ALL;
            return new Shown(
                    all ? OptionalInt.of(parts.first()) : OptionalInt.empty(),
                    all ? OptionalInt.of(parts.second()) : OptionalInt.empty(),
                    level == Level.NOTHING ? OptionalInt.empty() : OptionalInt.of(parts.sum()));
        }
    }

    /**
     * Of two rows or more.
     *
     * @param smallest the smallest number that is shown
     */
    static Split of(List<Parts> rows, int smallest) {
        if (rows.size() < 2) {
            throw new IllegalArgumentException("There are two rows or more");
        }
        return new Hiding(rows, smallest).hide();
    }

    /** Hides more until nothing is given away; with everything hidden but the totals nothing is. */
    private static final class Hiding {

        private final List<Parts> rows;
        private final int smallest;
        private final List<Level> levels;
        private final Parts total;
        private final Level ofTotal;

        Hiding(List<Parts> rows, int smallest) {
            this.rows = rows;
            this.smallest = smallest;
            this.levels = new ArrayList<>(rows.stream().map(this::level).toList());
            this.total = new Parts(
                    rows.stream().mapToInt(Parts::first).sum(),
                    rows.stream().mapToInt(Parts::second).sum());
            this.ofTotal = level(total);
        }

        Split hide() {
            boolean more = ofTotal != Level.NOTHING;
            while (more) {
                more = hidesRow() || (ofTotal == Level.ALL && hidesParts());
            }
            return new Split(
                    IntStream.range(0, rows.size())
                            .mapToObj(i -> Shown.of(rows.get(i), levels.get(i)))
                            .toList(),
                    Shown.of(total, ofTotal));
        }

        private Level level(Parts parts) {
            if (parts.first() >= smallest && parts.second() >= smallest) {
                return Level.ALL;
            }
            return parts.sum() >= smallest ? Level.SUM : Level.NOTHING;
        }

        /** One more row, when those that show nothing are too few or too small together. */
        private boolean hidesRow() {
            List<Integer> nothing = at(Level.NOTHING);
            if (nothing.isEmpty() || (nothing.size() > 1 && sum(nothing, Parts::sum) >= smallest)) {
                return false;
            }
            List<Integer> candidates = at(Level.ALL);
            candidates.addAll(at(Level.SUM));
            levels.set(least(candidates), Level.NOTHING);
            return true;
        }

        /** The parts of one more row, when those of a row that shows its sum alone follow too narrowly from the totals. */
        private boolean hidesParts() {
            List<Integer> all = at(Level.ALL);
            List<Integer> sums = at(Level.SUM);
            if (all.size() == rows.size()) {
                return false;
            }
            int first = total.first() - sum(all, Parts::first);
            int second = total.second() - sum(all, Parts::second);
            int largest = sum(sums.isEmpty() ? List.of() : List.of(greatest(sums)), Parts::sum);
            if (Math.min(first, second) >= smallest && first + second - largest >= smallest) {
                return false;
            }
            if (all.isEmpty()) {
                // It is nearly all there is, so the totals tell its parts: its sum goes too, and another with it
                levels.set(greatest(sums), Level.NOTHING);
            } else {
                levels.set(least(all), Level.SUM);
            }
            return true;
        }

        private List<Integer> at(Level level) {
            List<Integer> at = new ArrayList<>();
            IntStream.range(0, rows.size()).filter(i -> levels.get(i) == level).forEach(at::add);
            return at;
        }

        private int sum(List<Integer> which, ToIntFunction<Parts> part) {
            return which.stream().map(rows::get).mapToInt(part).sum();
        }

        private int least(List<Integer> which) {
            return Collections.min(which, this::bySum);
        }

        private int greatest(List<Integer> which) {
            return Collections.max(which, this::bySum);
        }

        private int bySum(int one, int other) {
            return Integer.compare(rows.get(one).sum(), rows.get(other).sum());
        }
    }
}
