package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A {@link Sheet} for facts as the code packs them. For each byte that holds facts, and each of its 256 values, a mask says which
 * rows allow all of those facts: a look a byte instead of a look a fact. Bytes on which no row depends are passed over.
 */
final class PackedSheet {

    private static final int VALUES = 1 << Packed.LANE;

    private final Sheet sheet;
    private final Vocabulary vocabulary;
    private final Rows start;
    private final Lanes message;
    private final Lanes item;

    /** The lanes to look at, and the masks of each: those of its first value, then those of the next. */
    private record Lanes(int[] numbers, long[][] masks) {}

    PackedSheet(Sheet sheet, Vocabulary vocabulary, List<PackedFact> facts) {
        this.sheet = sheet;
        this.vocabulary = vocabulary;
        this.start = start(facts);
        this.message = lanes(facts, Fact.Level.MESSAGE);
        this.item = lanes(facts, Fact.Level.ITEM);
    }

    /** Facts that the code never establishes stay unknown: their rows fall here. */
    private Rows start(List<PackedFact> facts) {
        long[] bits = sheet.all();
        for (int f = 0; f < vocabulary.facts().size(); f++) {
            int fact = f;
            if (facts.stream().noneMatch(packed -> packed.slot().fact() == fact)) {
                sheet.keep(bits, 0, f, vocabulary.unknown().value(f));
            }
        }
        return new Rows(bits);
    }

    private Lanes lanes(List<PackedFact> facts, Fact.Level level) {
        TreeMap<Integer, List<PackedFact>> lanes = new TreeMap<>();
        for (PackedFact fact : facts) {
            int number = fact.slot().fact();
            if (vocabulary.fact(number).level() == level && sheet.asks(number)) {
                lanes.computeIfAbsent(fact.packed().lane(), lane -> new ArrayList<>())
                        .add(fact);
            }
        }
        return new Lanes(
                lanes.keySet().stream().mapToInt(Integer::intValue).toArray(),
                lanes.values().stream().map(this::masks).toArray(long[][]::new));
    }

    private long[] masks(List<PackedFact> lane) {
        int words = sheet.words();
        long[] masks = new long[VALUES * words];
        for (int bits = 0; bits < VALUES; bits++) {
            System.arraycopy(sheet.all(), 0, masks, bits * words, words);
            for (PackedFact fact : lane) {
                sheet.keep(masks, bits * words, fact.slot().fact(), fact.value(bits, vocabulary));
            }
        }
        return masks;
    }

    /** The rows that the facts of a message leave standing. */
    Rows message(long[] facts) {
        return and(start, message, facts);
    }

    /** The rows that hold for an item, of those that its message left standing. */
    Hits item(Rows standing, long[] facts) {
        return sheet.hits(and(standing, item, facts));
    }

    /** The standing rows that name no fact of an item. */
    Hits wholeMessage(Rows standing) {
        return sheet.wholeMessage(standing);
    }

    private Rows and(Rows rows, Lanes lanes, long[] facts) {
        long[] left = rows.copy();
        for (int w = 0; w < left.length; w++) {
            long word = left[w];
            for (int i = 0; i < lanes.numbers.length; i++) {
                word &= lanes.masks[i][Packed.lane(facts, lanes.numbers[i]) * left.length + w];
            }
            left[w] = word;
        }
        return new Rows(left);
    }
}
