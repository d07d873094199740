package nl.sluis.linking;

import java.util.EnumSet;
import java.util.Set;
import nl.sluis.canonical.Sex;

/**
 * How sure it is that two descriptions are of one person, and why.
 *
 * @param likeness what follows
 * @param score the sum of the weights, in bits
 * @param clues what was found
 */
public record Match(Likeness likeness, int score, Set<Clue> clues) {

    /** What follows from a comparison. */
    public enum Likeness {
        /** One person: linked without a question. */
        SAME,
        /** A person must look. */
        DOUBTFUL,
        /** Two people. */
        OTHER
    }

    /**
     * From here on it is one person when nothing speaks against it: among the fifty thousand people (16 bits) whom a large node knows,
     * a wrong one is found once in ten thousand times (13 bits).
     */
    private static final int SURE = 29;

    /** From here on a person must look; below it nobody would see why. */
    private static final int WORTH_A_LOOK = 16;

    private static final Set<Clue> NOT_WITHIN_A_HOUSEHOLD = EnumSet.of(
            Clue.OTHER_BSN, Clue.OTHER_BIRTH_DATE, Clue.OTHER_GIVEN_NAME, Clue.GIVEN_NAME_ALIKE, Clue.OTHER_SEX);

    public Match {
        clues = Set.copyOf(clues);
    }

    /** Compares two descriptions; which is which makes no difference. */
    public static Match between(Description one, Description other) {
        Set<Clue> clues = EnumSet.noneOf(Clue.class);
        clues.addAll(Names.compare(one, other));
        clues.addAll(Dates.compare(one.birthDate(), other.birthDate()));
        clues.addAll(Whereabouts.compare(one, other));
        clues.addAll(numbers(one, other));
        if (one.sex() != Sex.UNKNOWN && other.sex() != Sex.UNKNOWN && one.sex() != other.sex()) {
            clues.add(Clue.OTHER_SEX);
        }
        int score = clues.stream().mapToInt(Clue::bits).sum();
        return new Match(likeness(clues, score), score, clues);
    }

    /**
     * Whether it is one person when both are known to belong to one household: everything that a family does not share agrees, as far
     * as it is known.
     */
    public boolean sameWithinAHousehold() {
        return likeness != Likeness.OTHER && clues.stream().noneMatch(NOT_WITHIN_A_HOUSEHOLD::contains);
    }

    /** The same when another is it as much: then a person must look. A number is one person's wherever it is known. */
    Match notAlone() {
        return likeness == Likeness.SAME && !clues.contains(Clue.SAME_BSN)
                ? new Match(Likeness.DOUBTFUL, score, clues)
                : this;
    }

    private static Likeness likeness(Set<Clue> clues, int score) {
        if (clues.contains(Clue.SAME_BSN)) {
            // A number is one person's, but may be typed wrong: at somebody who is described quite otherwise a person
            // must look
            boolean otherwise = clues.contains(Clue.OTHER_BIRTH_DATE)
                    || (clues.contains(Clue.OTHER_FAMILY_NAME) && clues.contains(Clue.OTHER_GIVEN_NAME));
            return otherwise ? Likeness.DOUBTFUL : Likeness.SAME;
        }
        if (score < WORTH_A_LOOK) {
            return Likeness.OTHER;
        }
        boolean sure = score >= SURE
                && clues.contains(Clue.SAME_BIRTH_DATE)
                && clues.stream().noneMatch(Clue::asksForALook);
        return sure ? Likeness.SAME : Likeness.DOUBTFUL;
    }

    private static Set<Clue> numbers(Description one, Description other) {
        if (one.bsns().isEmpty() || other.bsns().isEmpty()) {
            return Set.of();
        }
        return Set.of(one.bsns().stream().anyMatch(other.bsns()::contains) ? Clue.SAME_BSN : Clue.OTHER_BSN);
    }
}
