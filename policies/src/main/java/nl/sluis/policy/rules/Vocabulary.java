package nl.sluis.policy.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The closed list of facts and values; a rule can name nothing else. */
public final class Vocabulary {

    private final List<Fact> facts;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, Map<String, Integer>> values = new HashMap<>();
    private final Point unknown;

    Vocabulary(List<Fact> facts) {
        this.facts = List.copyOf(facts);
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            positions.put(fact.name(), i);
            Map<String, Integer> own = new HashMap<>();
            for (String value : fact.values()) {
                own.put(value, own.size());
            }
            values.put(fact.name(), own);
        }
        this.unknown = new Point(this, unknown(this.facts));
    }

    private static byte[] unknown(List<Fact> facts) {
        byte[] values = new byte[facts.size()];
        for (int f = 0; f < values.length; f++) {
            Integer unknown = facts.get(f).unknown();
            values[f] = unknown == null ? 0 : unknown.byteValue();
        }
        return values;
    }

    /** The facts, in the order of the word list. */
    public List<Fact> facts() {
        return facts;
    }

    Fact fact(int position) {
        return facts.get(position);
    }

    @Nullable
    Integer position(String fact) {
        return positions.get(fact);
    }

    @Nullable
    Integer value(String fact, String value) {
        Map<String, Integer> own = values.get(fact);
        return own == null ? null : own.get(value);
    }

    /** Never changed: every point that starts as unknown is a copy of it. */
    Point unknown() {
        return unknown;
    }

    /**
     * Looks a fact up with the words that the code has for its values.
     *
     * @throws IllegalArgumentException when the word list has no such fact at this level, or no such value
     */
    public Slot slot(String fact, Fact.Level level, List<String> words) {
        Integer position = positions.get(fact);
        if (position == null || facts.get(position).level() != level) {
            throw new IllegalArgumentException("the word list has no " + fact + " of this level");
        }
        byte[] codes = new byte[words.size()];
        for (int w = 0; w < codes.length; w++) {
            Integer code = value(fact, words.get(w));
            if (code == null) {
                throw new IllegalArgumentException("the word list has no " + fact + " = " + words.get(w));
            }
            codes[w] = code.byteValue();
        }
        return new Slot(position, codes);
    }

    Box everything() {
        long[] masks = new long[facts.size()];
        for (int i = 0; i < masks.length; i++) {
            masks[i] = facts.get(i).all();
        }
        return new Box(masks);
    }
}
