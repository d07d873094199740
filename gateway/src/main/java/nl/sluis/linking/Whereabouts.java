package nl.sluis.linking;

import java.util.Set;

/** Compares addresses. */
final class Whereabouts {

    private Whereabouts() {}

    static Set<Clue> compare(Description one, Description other) {
        if (one.postalCode().isEmpty() || other.postalCode().isEmpty()) {
            return Set.of();
        }
        if (!one.postalCode().equals(other.postalCode())) {
            return Set.of(Clue.OTHER_ADDRESS);
        }
        boolean sameNumber = one.hasAddress() && one.houseNumber().equals(other.houseNumber());
        return Set.of(sameNumber ? Clue.SAME_ADDRESS : Clue.SAME_POSTAL_CODE);
    }
}
