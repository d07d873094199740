package nl.sluis.policy.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Whether the examples would notice a change of a rule. Of every row of every period small changes are tried: the row taken
 * away, a condition dropped, one value more or one less in a condition. A change that no example notices names a row that
 * is not guarded.
 */
public final class Mutation {

    /** Of a hundred small changes, how many at least an example must notice. */
    public static final int FLOOR = 95;

    /** No fact, and more than one fact. */
    private static final int NONE = -1;

    private static final int SEVERAL = -2;

    private final RuleBook book;
    private final List<Dated> examples = new ArrayList<>();
    private final List<String> unguarded = new ArrayList<>();
    private int mutants;

    private Mutation(RuleBook book) {
        this.book = book;
        Map<List<String>, List<LocalDate>> known = new HashMap<>();
        for (Example example : book.examples()) {
            List<LocalDate> days = example.day() == null
                    ? known.computeIfAbsent(example.rules(), rules -> book.daysOf(example))
                    : book.daysOf(example);
            examples.add(new Dated(example.point(), days));
        }
    }

    /** The point of an example, and the days on which it must hold. */
    private record Dated(Point point, List<LocalDate> days) {}

    /**
     * How many changes were tried, and which no example notices.
     *
     * @param unguarded row and change, such as {@code T-W3 grondslag -> -}
     */
    public record Score(int mutants, List<String> unguarded) {

        public Score {
            unguarded = List.copyOf(unguarded);
        }

        /** Changes that an example notices. */
        public int killed() {
            return mutants - unguarded.size();
        }

        /** From 0 to 100; 100 without any change. */
        public double percent() {
            return mutants == 0 ? 100 : 100.0 * killed() / mutants;
        }
    }

    /** Tries every change of every row but the invariants. */
    public static Score of(RuleBook book) {
        Mutation mutation = new Mutation(book);
        book.rules().stream().filter(rule -> rule.effect() != Effect.NEVER).forEach(mutation::row);
        return new Score(mutation.mutants, mutation.unguarded);
    }

    private void row(Rule rule) {
        // What an example notices of a change: the facts in which its point lies outside the row, none or just one.
        int[] conditions = conditions(rule.box());
        boolean hit = false;
        long[] inside = new long[rule.box().size()];
        long[] outside = new long[rule.box().size()];
        for (Dated example : examples) {
            int failing = failing(rule.box(), conditions, example.point());
            if (failing == SEVERAL || example.days().stream().noneMatch(rule.place()::holdsOn)) {
                continue;
            }
            hit |= failing == NONE;
            for (int f : conditions) {
                long bit = 1L << example.point().value(f);
                inside[f] |= failing == NONE ? bit : 0;
                outside[f] |= failing == f ? bit : 0;
            }
        }
        mutant(hit, rule.id(), "weg");
        for (int f : conditions) {
            cell(rule, f, inside[f], outside[f]);
        }
    }

    private int[] conditions(Box box) {
        return IntStream.range(0, box.size())
                .filter(f -> box.mask(f) != book.vocabulary().fact(f).all())
                .toArray();
    }

    /** The one fact in which a point lies outside a box; {@link #NONE} when it lies inside, or {@link #SEVERAL}. */
    private static int failing(Box box, int[] conditions, Point point) {
        int failing = NONE;
        for (int f : conditions) {
            if (!box.contains(f, point.value(f))) {
                if (failing != NONE) {
                    return SEVERAL;
                }
                failing = f;
            }
        }
        return failing;
    }

    private void cell(Rule rule, int f, long inside, long outside) {
        Fact fact = book.vocabulary().fact(f);
        long cell = rule.box().mask(f);
        long others = fact.all() & ~cell;
        mutant(outside != 0, rule.id(), fact.name() + " -> -");
        for (int v = 0; v < fact.values().size(); v++) {
            long value = 1L << v;
            if ((others & value) != 0 && Long.bitCount(others) > 1) {
                mutant(
                        (outside & value) != 0,
                        rule.id(),
                        fact.name() + " ook " + fact.values().get(v));
            }
            if ((cell & value) != 0 && Long.bitCount(cell) > 1) {
                mutant(
                        (inside & value) != 0,
                        rule.id(),
                        fact.name() + " zonder " + fact.values().get(v));
            }
        }
    }

    private void mutant(boolean killed, String row, String change) {
        mutants++;
        if (!killed) {
            unguarded.add(row + " " + change);
        }
    }
}
