package nl.sluis.linking;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Compares names. */
final class Names {

    /** From here on, names are alike: one letter of six, or two neighbours changed about. */
    private static final double ALIKE = 0.92;

    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private Names() {}

    static Set<Clue> compare(Description one, Description other) {
        return Stream.of(family(one.family(), other.family()), given(one, other))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private static Set<Clue> family(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Set.of();
        }
        String whole = String.join("", one);
        String otherWhole = String.join("", other);
        if (whole.equals(otherWhole) || new HashSet<>(one).equals(new HashSet<>(other))) {
            return Set.of(Clue.SAME_FAMILY_NAME);
        }
        if (one.stream().anyMatch(other::contains)) {
            return Set.of(Clue.SHARED_FAMILY_NAME);
        }
        return Set.of(alike(whole, otherWhole) ? Clue.FAMILY_NAME_ALIKE : Clue.OTHER_FAMILY_NAME);
    }

    private static Set<Clue> given(Description one, Description other) {
        if (one.given().isEmpty() || other.given().isEmpty()) {
            return initials(one.initials(), other.initials());
        }
        String first = one.given().getFirst();
        String otherFirst = other.given().getFirst();
        if (first.equals(otherFirst)) {
            return Set.of(Clue.SAME_GIVEN_NAME);
        }
        return Set.of(alike(first, otherFirst) ? Clue.GIVEN_NAME_ALIKE : Clue.OTHER_GIVEN_NAME);
    }

    /** Some write one initial where others write all. */
    private static Set<Clue> initials(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Set.of();
        }
        return Set.of(one.startsWith(other) || other.startsWith(one) ? Clue.SAME_INITIALS : Clue.OTHER_GIVEN_NAME);
    }

    private static boolean alike(String one, String other) {
        return SIMILARITY.apply(one, other) >= ALIKE;
    }
}
