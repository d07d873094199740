package nl.sluis.linking;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Seeks somebody among people who are known. */
public final class Search {

    /** In bits: who is nearly as much the one keeps the first from being it without a question. */
    private static final int AHEAD = 8;

    private Search() {}

    /**
     * Somebody who may be the one.
     *
     * @param who as the caller calls them
     */
    public record Found<T>(T who, Match match) {}

    /**
     * Who may be the one that is described, the most alike first. Those with a number in common are {@link Match.Likeness#SAME}, and else
     * the first at most. Where
     * another is it nearly as much, nobody is: a person must look. Where that other is the same person, known twice, the first who
     * is given counts.
     *
     * @param known those who share a {@linkplain Description#keys() key} with the one described, in order of preference; others
     *     cannot be it
     */
    public static <T> List<Found<T>> of(Description described, Map<T, Description> known) {
        List<Found<T>> found = known.entrySet().stream()
                .map(entry -> new Found<>(entry.getKey(), Match.between(described, entry.getValue())))
                .filter(one -> one.match().likeness() != Match.Likeness.OTHER)
                .sorted(Comparator.comparingInt((Found<T> one) -> one.match().score())
                        .reversed())
                .toList();
        boolean rival = found.stream().skip(1).anyMatch(other -> isRival(found.getFirst(), other, known));
        return found.stream()
                .map(one -> one == found.getFirst() && !rival
                        ? one
                        : new Found<>(one.who(), one.match().notAlone()))
                .toList();
    }

    private static <T> boolean isRival(Found<T> first, Found<T> other, Map<T, Description> known) {
        return first.match().score() - other.match().score() < AHEAD
                && Match.between(
                                        Objects.requireNonNull(known.get(first.who())),
                                        Objects.requireNonNull(known.get(other.who())))
                                .likeness()
                        != Match.Likeness.SAME;
    }
}
