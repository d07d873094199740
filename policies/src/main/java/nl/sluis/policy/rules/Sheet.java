package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The rows that can hold on one ground. For each fact that one of them names, and each of its values, a mask says which rows
 * allow it, one bit a row; the rows that hold are the AND over the facts.
 */
final class Sheet {

    /** Results are kept for at most this many different answers; beyond it they are built each time. */
    private static final int MAX_INTERNED = 1024;

    /** In place of a value that no row allows. */
    static final int NO_VALUE = -1;

    private final List<Rule> rules;
    private final int words;
    private final int[] facts;
    private final int[] start;
    private final long[] masks;
    private final Rows all;
    private final Rows aboutMessage;
    private final ConcurrentHashMap<Rows, Hits> interned = new ConcurrentHashMap<>();

    Sheet(Vocabulary vocabulary, List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.words = (rules.size() + Long.SIZE - 1) / Long.SIZE;
        this.facts = named(vocabulary);
        this.start = starts(vocabulary, words);
        this.masks = new long[start[start.length - 1]];
        for (int f = 0; f < vocabulary.facts().size(); f++) {
            for (int v = 0; v < vocabulary.fact(f).values().size(); v++) {
                allow(f, v);
            }
        }
        this.all = rows(rule -> true);
        this.aboutMessage = rows(Rule::aboutMessage);
    }

    /** The facts on which a row depends; the others leave every row standing. */
    private int[] named(Vocabulary vocabulary) {
        return IntStream.range(0, vocabulary.facts().size())
                .filter(f -> rules.stream()
                        .anyMatch(
                                rule -> rule.box().mask(f) != vocabulary.fact(f).all()))
                .toArray();
    }

    /** Where the masks of each fact start; the last number is where they all end. */
    private static int[] starts(Vocabulary vocabulary, int words) {
        int[] starts = new int[vocabulary.facts().size() + 1];
        for (int f = 1; f < starts.length; f++) {
            starts[f] = starts[f - 1] + vocabulary.fact(f - 1).values().size() * words;
        }
        return starts;
    }

    private void allow(int fact, int value) {
        for (int r = 0; r < rules.size(); r++) {
            if (rules.get(r).box().contains(fact, value)) {
                masks[start[fact] + value * words + r / Long.SIZE] |= 1L << r;
            }
        }
    }

    private Rows rows(Predicate<Rule> wanted) {
        long[] bits = new long[words];
        for (int r = 0; r < rules.size(); r++) {
            if (wanted.test(rules.get(r))) {
                bits[r / Long.SIZE] |= 1L << r;
            }
        }
        return new Rows(bits);
    }

    /** The rows that hold at a point. */
    Hits at(Point point) {
        long[] bits = all();
        for (int fact : facts) {
            keep(bits, 0, fact, point.value(fact));
        }
        return hits(new Rows(bits));
    }

    /** How many longs have room for a bit a row. */
    int words() {
        return words;
    }

    /** A bit for every row. */
    long[] all() {
        return all.copy();
    }

    /** Whether a row depends on a fact. */
    boolean asks(int fact) {
        return IntStream.of(facts).anyMatch(asked -> asked == fact);
    }

    /**
     * Clears the bits of the rows that do not allow a value.
     *
     * @param from where the bits of the first rows are
     * @param value {@link #NO_VALUE} clears them all
     */
    void keep(long[] bits, int from, int fact, int value) {
        for (int w = 0; w < words; w++) {
            bits[from + w] &= value == NO_VALUE ? 0 : masks[start[fact] + value * words + w];
        }
    }

    /** Those of some rows that name no fact of an item. */
    Hits wholeMessage(Rows standing) {
        long[] both = standing.copy();
        for (int w = 0; w < words; w++) {
            both[w] &= aboutMessage.word(w);
        }
        return hits(new Rows(both));
    }

    /** Some rows, sorted out; the same object for the same rows. */
    Hits hits(Rows rows) {
        Hits known = interned.get(rows);
        if (known != null) {
            return known;
        }
        Hits hits = new Hits(list(rows));
        if (interned.size() < MAX_INTERNED) {
            interned.put(rows, hits);
        }
        return hits;
    }

    private List<Rule> list(Rows rows) {
        List<Rule> list = new ArrayList<>();
        for (int w = 0; w < words; w++) {
            for (long rest = rows.word(w); rest != 0; rest &= rest - 1) {
                list.add(rules.get(w * Long.SIZE + Long.numberOfTrailingZeros(rest)));
            }
        }
        return list;
    }
}
