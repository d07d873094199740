package nl.sluis.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import nl.sluis.canonical.Custody;
import nl.sluis.canonical.CustodyType;
import nl.sluis.canonical.PersonRef;
import org.jspecify.annotations.Nullable;

/** Who holds parental authority, when that is certain. Never falls back to "the parent at that address" (law table R13). */
final class Custodians {

    private Custodians() {}

    /** The holders; empty when custody is unknown, under investigation, held by nobody, or names too few people. */
    static Optional<List<PersonRef>> of(@Nullable Custody custody) {
        if (custody == null || custody.underInvestigation()) {
            return Optional.empty();
        }
        int needed = switch (custody.type()) {
            case JOINT_PARENTS, JOINT_OTHER -> 2;
            case SOLE_PARENT, GUARDIAN -> 1;
            case TEMPORARILY_NONE, NOT_DETERMINABLE, NONE_ADULT -> Integer.MAX_VALUE;
        };
        List<PersonRef> holders = distinct(custody.holders());
        return holders.size() < needed ? Optional.empty() : Optional.of(holders);
    }

    private static List<PersonRef> distinct(List<PersonRef> holders) {
        boolean two = holders.size() == 2 && !holders.get(0).equals(holders.get(1));
        return two || holders.size() < 2 ? holders : List.copyOf(new LinkedHashSet<>(holders));
    }

    static boolean guardian(@Nullable Custody custody) {
        return custody != null && custody.type() == CustodyType.GUARDIAN;
    }
}
