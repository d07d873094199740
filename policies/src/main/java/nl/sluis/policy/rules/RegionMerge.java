package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says the same regions in fewer and shorter boxes. The points that they cover stay the same, to the last one. */
final class RegionMerge {

    /** Beyond this many, boxes are joined but not widened: widening looks at every pair. */
    private static final int MAX_WIDENED = 400;

    private RegionMerge() {}

    static List<Region> of(List<Region> regions) {
        List<Region> merged = new ArrayList<>();
        Map<Standings, List<Region>> kinds = new LinkedHashMap<>();
        regions.forEach(region -> kinds.computeIfAbsent(
                        new Standings(region.before(), region.after()), kind -> new ArrayList<>())
                .add(region));
        kinds.forEach((kind, alike) -> {
            List<Box> boxes =
                    joined(alike.stream().sorted(Region.ORDER).map(Region::box).toList());
            if (boxes.size() <= MAX_WIDENED) {
                boxes = withoutCovered(widened(boxes));
            }
            boxes.forEach(box -> merged.add(new Region(kind.before(), kind.after(), box)));
        });
        return merged.stream().sorted(Region.ORDER).toList();
    }

    private record Standings(Standing before, Standing after) {}

    /** Boxes that differ in one fact only become one, until none do. */
    private static List<Box> joined(List<Box> boxes) {
        List<Box> now = boxes;
        int before;
        do {
            before = now.size();
            for (int fact = 0; !now.isEmpty() && fact < now.getFirst().size(); fact++) {
                now = joined(now, fact);
            }
        } while (now.size() < before);
        return now;
    }

    private static List<Box> joined(List<Box> boxes, int fact) {
        Map<Box, Box> byRest = new LinkedHashMap<>();
        for (Box box : boxes) {
            byRest.merge(box.with(fact, 0), box, (one, other) -> one.with(fact, one.mask(fact) | other.mask(fact)));
        }
        return new ArrayList<>(byRest.values());
    }

    /** Lets go of every condition that the regions together do not need: an overlap costs nothing, a shorter sentence helps. */
    private static List<Box> widened(List<Box> boxes) {
        long[] all = new long[boxes.getFirst().size()];
        for (Box box : boxes) {
            for (int f = 0; f < all.length; f++) {
                all[f] |= box.mask(f);
            }
        }
        List<Box> wide = new ArrayList<>();
        for (Box box : boxes) {
            Box now = box;
            for (int f = 0; f < all.length; f++) {
                Box wider = now.with(f, all[f]);
                if (now.mask(f) != all[f] && Cover.firstUncovered(wider, boxes).isEmpty()) {
                    now = wider;
                }
            }
            wide.add(now);
        }
        return wide;
    }

    private static List<Box> withoutCovered(List<Box> boxes) {
        List<Box> kept = new ArrayList<>(boxes);
        for (int i = kept.size() - 1; i >= 0; i--) {
            List<Box> others = new ArrayList<>(kept);
            Box box = others.remove(i);
            if (Cover.firstUncovered(box, others).isEmpty()) {
                kept = others;
            }
        }
        return kept;
    }
}
