package nl.sluis.policy.rules;

import java.util.Comparator;

/** A set of points at which one set of rules stands so, and another one differently. */
record Region(Standing before, Standing after, Box box) {

    /** One order for the same regions, however they were found. */
    static final Comparator<Region> ORDER = Comparator.comparing((Region region) -> rank(region.before))
            .thenComparing(region -> rank(region.after))
            .thenComparing(Region::box, Region::byMasks);

    private static int rank(Standing standing) {
        return standing.message().ordinal() * Effect.values().length
                + standing.item().ordinal();
    }

    private static int byMasks(Box one, Box other) {
        for (int f = 0; f < one.size(); f++) {
            int order = Long.compareUnsigned(one.mask(f), other.mask(f));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
