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

    private final List<Rule> rules;
    private final int words;
    private final int[] messageFacts;
    private final int[] itemFacts;
    private final int[] start;
    private final long[] masks;
    private final Rows all;
    private final Rows aboutMessage;
    private final ConcurrentHashMap<Rows, Hits> interned = new ConcurrentHashMap<>();

    Sheet(Vocabulary vocabulary, List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.words = (rules.size() + Long.SIZE - 1) / Long.SIZE;
        this.messageFacts = named(vocabulary, Fact.Level.MESSAGE);
        this.itemFacts = named(vocabulary, Fact.Level.ITEM);
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

    /** The facts of a level on which a row depends; the others leave every row standing. */
    private int[] named(Vocabulary vocabulary, Fact.Level level) {
        return IntStream.range(0, vocabulary.facts().size())
                .filter(f -> vocabulary.fact(f).level() == level)
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

    MessageRows message(Point point) {
        return new MessageRows(this, and(all, messageFacts, point));
    }

    Hits item(Rows standing, Point item) {
        return hits(and(standing, itemFacts, item));
    }

    Hits wholeMessage(Rows standing) {
        long[] both = new long[words];
        for (int w = 0; w < words; w++) {
            both[w] = standing.word(w) & aboutMessage.word(w);
        }
        return hits(new Rows(both));
    }

    private Rows and(Rows rows, int[] facts, Point point) {
        long[] bits = new long[words];
        for (int w = 0; w < words; w++) {
            long left = rows.word(w);
            for (int i = 0; i < facts.length && left != 0; i++) {
                int fact = facts[i];
                left &= masks[start[fact] + point.value(fact) * words + w];
            }
            bits[w] = left;
        }
        return new Rows(bits);
    }

    private Hits hits(Rows rows) {
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
