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

    Box everything() {
        long[] masks = new long[facts.size()];
        for (int i = 0; i < masks.length; i++) {
            masks[i] = facts.get(i).all();
        }
        return new Box(masks);
    }
}
