package nl.sluis.linking;

import java.util.Set;
import nl.sluis.canonical.PartialDate;
import org.apache.commons.text.similarity.HammingDistance;

/** Compares dates of birth. */
final class Dates {

    private static final HammingDistance DIGITS = new HammingDistance();

    private Dates() {}

    static Set<Clue> compare(PartialDate one, PartialDate other) {
        if (one.year() == 0 || other.year() == 0) {
            return Set.of();
        }
        if (one.equals(other) && one.complete()) {
            return Set.of(Clue.SAME_BIRTH_DATE);
        }
        if (one.complete() && other.complete()) {
            return Set.of(close(one, other) ? Clue.BIRTH_DATE_CLOSE : Clue.OTHER_BIRTH_DATE);
        }
        boolean agree =
                one.year() == other.year() && (one.month() == 0 || other.month() == 0 || one.month() == other.month());
        return Set.of(agree ? Clue.BIRTH_DATE_PARTLY_KNOWN : Clue.OTHER_BIRTH_DATE);
    }

    private static boolean close(PartialDate one, PartialDate other) {
        boolean turned = one.year() == other.year() && one.month() == other.day() && one.day() == other.month();
        return turned || DIGITS.apply(one.toString(), other.toString()) == 1;
    }
}
