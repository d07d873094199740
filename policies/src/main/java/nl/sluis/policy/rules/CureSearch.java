package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Searches the boxes of what could be for their points that are nearest to what is. A point that a row blocks is left through each
 * fact of that row in turn, so that nothing is missed; a set of changes of which a part already helps is given up.
 */
final class CureSearch {

    static final int MAX_STEPS = 5_000;
    static final int MAX_SETS = 64;

    private final Changeable changeable;
    private final List<Box> permits;
    private final List<Box> blocks;
    private final List<Found> found = new ArrayList<>();
    private int steps;
    private boolean complete = true;

    private record Found(BitSet changes, long[][] values) {}

    CureSearch(RuleSet rules, Changeable changeable) {
        this.changeable = changeable;
        this.permits = boxes(rules, false);
        this.blocks = boxes(rules, true);
    }

    private static List<Box> boxes(RuleSet rules, boolean blocking) {
        return rules.rules().stream()
                .filter(rule -> blocking ? rule.effect().blocks() : rule.effect() == Effect.PERMIT)
                .map(Rule::box)
                .toList();
    }

    Cures run() {
        search(changeable.everything());
        return new Cures(
                found.stream()
                        .sorted(Comparator.comparing(set -> set.changes().cardinality()))
                        .map(this::changes)
                        .toList(),
                complete);
    }

    private void search(long[][] rest) {
        if (steps++ >= MAX_STEPS || found.size() >= MAX_SETS) {
            complete = false;
            return;
        }
        BitSet changes = changed(rest);
        if (found.stream().anyMatch(set -> within(set.changes(), changes))) {
            return;
        }
        for (int item = 0; item < changeable.items(); item++) {
            long[] nearest = nearest(rest, item);
            if (permits.stream().noneMatch(permit -> holds(permit, nearest))) {
                enter(rest, item);
                return;
            }
            Box block = blocking(nearest);
            if (block != null) {
                leave(rest, item, block);
                return;
            }
        }
        found.removeIf(set -> within(changes, set.changes()));
        found.add(new Found(changes, nearest(rest)));
    }

    private void enter(long[][] rest, int item) {
        for (Box permit : permits) {
            long[][] inside = copy(rest);
            boolean possible = true;
            for (int f = 0; f < changeable.facts() && possible; f++) {
                int slot = changeable.slot(item, f);
                inside[slot][f] &= permit.mask(f);
                possible = inside[slot][f] != 0;
            }
            if (possible) {
                search(inside);
            }
        }
    }

    private void leave(long[][] rest, int item, Box block) {
        long[][] inside = copy(rest);
        for (int f = 0; f < changeable.facts(); f++) {
            int slot = changeable.slot(item, f);
            long outside = inside[slot][f] & ~block.mask(f);
            if (outside != 0) {
                long[][] past = copy(inside);
                past[slot][f] = outside;
                search(past);
                inside[slot][f] &= block.mask(f);
            }
        }
    }

    private @Nullable Box blocking(long[] point) {
        for (Box block : blocks) {
            if (holds(block, point)) {
                return block;
            }
        }
        return null;
    }

    private static boolean holds(Box box, long[] point) {
        for (int f = 0; f < point.length; f++) {
            if ((point[f] & ~box.mask(f)) != 0) {
                return false;
            }
        }
        return true;
    }

    /** For each fact of an item one value: the present one where it is left, else the first that is. */
    private long[] nearest(long[][] rest, int item) {
        long[] point = new long[changeable.facts()];
        for (int f = 0; f < point.length; f++) {
            long mask = rest[changeable.slot(item, f)][f];
            long now = 1L << changeable.now(item, f);
            point[f] = (mask & now) != 0 ? now : Long.lowestOneBit(mask);
        }
        return point;
    }

    private long[][] nearest(long[][] rest) {
        long[][] values = copy(rest);
        for (int item = 0; item < changeable.items(); item++) {
            long[] point = nearest(rest, item);
            for (int f = 0; f < point.length; f++) {
                values[changeable.slot(item, f)][f] = point[f];
            }
        }
        return values;
    }

    private BitSet changed(long[][] rest) {
        BitSet changes = new BitSet();
        for (int item = 0; item < changeable.items(); item++) {
            for (int f = 0; f < changeable.facts(); f++) {
                int slot = changeable.slot(item, f);
                if ((rest[slot][f] & (1L << changeable.now(item, f))) == 0) {
                    changes.set(slot * changeable.facts() + f);
                }
            }
        }
        return changes;
    }

    private static boolean within(BitSet part, BitSet whole) {
        BitSet left = (BitSet) part.clone();
        left.andNot(whole);
        return left.isEmpty();
    }

    private List<Cures.Change> changes(Found set) {
        long[][] values = set.values();
        List<Cures.Change> changes = new ArrayList<>();
        for (int bit : set.changes().stream().toArray()) {
            int slot = bit / changeable.facts();
            int fact = bit % changeable.facts();
            widen(values, slot, fact);
        }
        set.changes().stream()
                .forEach(bit -> changes.add(changeable.change(
                        bit / changeable.facts(),
                        bit % changeable.facts(),
                        values[bit / changeable.facts()][bit % changeable.facts()])));
        return changes;
    }

    /** Adds the other values of a fact with which every combination so far is permitted as well. */
    private void widen(long[][] values, int slot, int fact) {
        long others = changeable.everything()[slot][fact] & ~values[slot][fact];
        for (long left = others; left != 0; left &= left - 1) {
            long[][] other = copy(values);
            other[slot][fact] = Long.lowestOneBit(left);
            if (isNew(slot, fact, Long.lowestOneBit(left)) && permitted(other)) {
                values[slot][fact] |= Long.lowestOneBit(left);
            }
        }
    }

    private boolean isNew(int slot, int fact, long value) {
        for (int item = 0; item < changeable.items(); item++) {
            if (changeable.slot(item, fact) == slot && 1L << changeable.now(item, fact) == value) {
                return false;
            }
        }
        return true;
    }

    private boolean permitted(long[][] values) {
        for (int item = 0; item < changeable.items(); item++) {
            long[] box = new long[changeable.facts()];
            for (int f = 0; f < box.length; f++) {
                box[f] = values[changeable.slot(item, f)][f];
            }
            if (permits.stream().noneMatch(permit -> holds(permit, box))
                    || blocks.stream().anyMatch(block -> block.intersects(new Box(box)))) {
                return false;
            }
        }
        return true;
    }

    private static long[][] copy(long[][] masks) {
        long[][] copy = new long[masks.length][];
        for (int slot = 0; slot < copy.length; slot++) {
            copy[slot] = masks[slot].clone();
        }
        return copy;
    }
}
