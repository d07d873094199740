package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Exact subtraction of boxes: what is left of one when others are taken away. No sampling, no solver. */
final class Cover {

    private Cover() {}

    /** One part of the box that none of the others covers; empty when together they cover all of it. */
    static Optional<Box> firstUncovered(Box box, List<Box> others) {
        List<Box> left = uncovered(box, others, 1);
        return left.isEmpty() ? Optional.empty() : Optional.of(left.get(0));
    }

    /** Every part of the box that none of the others covers, as disjoint boxes. */
    static List<Box> uncovered(Box box, List<Box> others) {
        return uncovered(box, others, Integer.MAX_VALUE);
    }

    private static List<Box> uncovered(Box box, List<Box> others, int enough) {
        List<Box> result = new ArrayList<>();
        collect(box, others, enough, result);
        return result;
    }

    private static void collect(Box box, List<Box> others, int enough, List<Box> result) {
        if (box.isEmpty() || result.size() >= enough) {
            return;
        }
        List<Box> near = others.stream().filter(box::intersects).toList();
        if (near.isEmpty()) {
            result.add(box);
            return;
        }
        // The box that needs the fewest cuts keeps the number of pieces small.
        Box cutter = near.get(0);
        for (Box candidate : near) {
            if (box.factsOutside(candidate) < box.factsOutside(cutter)) {
                cutter = candidate;
            }
        }
        Box rest = box;
        for (int fact = 0; fact < box.size(); fact++) {
            long outside = rest.mask(fact) & ~cutter.mask(fact);
            if (outside != 0) {
                collect(rest.with(fact, outside), near, enough, result);
                rest = rest.with(fact, rest.mask(fact) & cutter.mask(fact));
            }
        }
    }
}
