package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Exact subtraction of boxes: what is left of one when others are taken away. No sampling, no solver. The work can grow without
 * end with boxes that are made for it, so it is counted, and ends with {@link TooComplex}.
 */
final class Cover {

    /**
     * Comparisons of two boxes. All proofs of the shipped rules together take about a hundredth of it; all of it is some
     * seconds of one core.
     */
    static final long COMPARISONS = 20_000_000;

    /** Pieces of one answer; they are kept, so they are bounded apart. */
    static final int PIECES = 50_000;

    private final long allowed;
    private long comparisons;

    /** The boxes cannot be compared within the bounds. */
    static final class TooComplex extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooComplex(long comparisons) {
            super("te ingewikkeld: niet beslist na " + comparisons + " vergelijkingen");
        }
    }

    Cover() {
        this(COMPARISONS);
    }

    Cover(long comparisons) {
        this.allowed = comparisons;
    }

    /** How much work was done so far. */
    long comparisons() {
        return comparisons;
    }

    /**
     * One part of the box that none of the others covers; empty when together they cover all of it.
     *
     * @throws TooComplex when that takes too much work
     */
    Optional<Box> first(Box box, List<Box> others) {
        List<Box> left = new ArrayList<>();
        collect(box, others, 1, left);
        return left.isEmpty() ? Optional.empty() : Optional.of(left.get(0));
    }

    /**
     * Every part of the box that none of the others covers, as disjoint boxes.
     *
     * @throws TooComplex when that takes too much work
     */
    List<Box> all(Box box, List<Box> others) {
        List<Box> left = new ArrayList<>();
        collect(box, others, PIECES, left);
        if (left.size() >= PIECES) {
            throw new TooComplex(comparisons);
        }
        return left;
    }

    /** The part that a box has in common with one of the others; empty when there is none. */
    Optional<Box> common(Box box, List<Box> others) {
        work(others.size());
        return others.stream().filter(box::intersects).findFirst().map(box::intersect);
    }

    /** As {@link #first}, with work of its own. */
    static Optional<Box> firstUncovered(Box box, List<Box> others) {
        return new Cover().first(box, others);
    }

    private void collect(Box box, List<Box> others, int enough, List<Box> result) {
        if (box.isEmpty() || result.size() >= enough) {
            return;
        }
        work(1 + others.size());
        List<Box> near = new ArrayList<>();
        Box cutter = null;
        int fewest = Integer.MAX_VALUE;
        for (Box other : others) {
            if (box.intersects(other)) {
                near.add(other);
                // The box that needs the fewest cuts keeps the number of pieces small.
                int outside = box.factsOutside(other);
                if (outside < fewest) {
                    cutter = other;
                    fewest = outside;
                }
            }
        }
        if (cutter == null) {
            result.add(box);
            return;
        }
        Box rest = box;
        for (int fact = 0; fact < box.size() && fewest > 0; fact++) {
            long outside = rest.mask(fact) & ~cutter.mask(fact);
            if (outside != 0) {
                collect(rest.with(fact, outside), near, enough, result);
                rest = rest.with(fact, rest.mask(fact) & cutter.mask(fact));
            }
        }
    }

    private void work(int more) {
        comparisons += more;
        if (comparisons > allowed) {
            throw new TooComplex(allowed);
        }
    }
}
