package nl.sluis.household;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.linking.Clue;
import nl.sluis.linking.Description;
import nl.sluis.linking.Match;
import nl.sluis.linking.Match.Likeness;
import nl.sluis.linking.Search;

/**
 * Which members a person of a message may be.
 *
 * @param sure those who are the person; more than one when one person is known in several households by number
 * @param doubtful those who may be
 */
record Candidates(List<Candidate> sure, List<Candidate> doubtful) {

    /** How somebody is like another of whom no more is known, when family name and date of birth are equal. */
    private static final Match BY_NAME_AND_DATE =
            match(Likeness.DOUBTFUL, EnumSet.of(Clue.SAME_FAMILY_NAME, Clue.SAME_BIRTH_DATE));

    /** How somebody is like another of whom no more is known, when the citizen service number is equal. */
    private static final Match BY_NUMBER = match(Likeness.SAME, EnumSet.of(Clue.SAME_BSN));

    /** A member, and how much it is like the person. */
    record Candidate(MemberStore.Found who, Match match) {

        boolean isSure() {
            return match.likeness() == Likeness.SAME;
        }

        boolean isIn(UUID household) {
            return who.household().equals(household);
        }
    }

    /**
     * Judges those who share a key with somebody.
     *
     * @param found of anybody in the message, in order of preference
     */
    static Candidates of(Evidence evidence, List<MemberStore.Found> found) {
        List<Candidate> all = new ArrayList<>();
        Map<MemberStore.Found, Description> described = new LinkedHashMap<>();
        for (MemberStore.Found one : found) {
            if (!evidence.isAmong(one.fingerprints())) {
                continue;
            }
            Description description = one.description();
            if (description != null) {
                described.put(one, description);
            } else if (evidence.numberIsAmong(one.fingerprints())) {
                all.add(new Candidate(one, BY_NUMBER));
            } else if (!one.numbered() || evidence.description().bsns().isEmpty()) {
                // With two numbers it is two people
                all.add(new Candidate(one, BY_NAME_AND_DATE));
            }
        }
        Search.of(evidence.description(), described).forEach(one -> all.add(new Candidate(one.who(), one.match())));
        return new Candidates(
                all.stream().filter(Candidate::isSure).toList(),
                all.stream().filter(one -> !one.isSure()).toList());
    }

    /** Whether it is one known person and nobody else. */
    boolean certain() {
        return sure.size() == 1 && doubtful.isEmpty();
    }

    /** Who of other households than this one it may be; nobody when it is sure who it is. */
    List<Candidate> doubtfulElsewhere(UUID household) {
        return sure.isEmpty()
                ? doubtful.stream().filter(one -> !one.isIn(household)).toList()
                : List.of();
    }

    /**
     * Who it is, when the message is about that household; empty for somebody new.
     *
     * @param taken members who are somebody else of the message: twins share family name and birth date
     */
    Optional<Candidate> within(UUID household, Collection<UUID> taken) {
        List<Candidate> free =
                sure.stream().filter(one -> !taken.contains(one.who().member())).toList();
        if (!free.isEmpty()) {
            return free.stream().filter(one -> one.isIn(household)).findFirst().or(() -> Optional.of(free.getFirst()));
        }
        List<Candidate> here = doubtful.stream()
                .filter(one -> one.match().sameWithinAHousehold()
                        && one.isIn(household)
                        && !taken.contains(one.who().member()))
                .toList();
        return here.size() == 1 ? Optional.of(here.getFirst()) : Optional.empty();
    }

    private static Match match(Likeness likeness, Set<Clue> clues) {
        return new Match(likeness, clues.stream().mapToInt(Clue::bits).sum(), clues);
    }
}
