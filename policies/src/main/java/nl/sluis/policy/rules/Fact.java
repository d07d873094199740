package nl.sluis.policy.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact that rules may name, with its closed list of values.
 *
 * @param values at most {@value #MAX_VALUES}, in the order of the word list
 * @param level whether the fact is about the whole message or about one item
 * @param unknown position of the value that holds when the fact cannot be established; null when it is always known
 * @param usual position of the value that an example means when it has no column for the fact
 */
public record Fact(
        String name,
        List<String> values,
        Level level,
        @Nullable Integer unknown,
        int usual) {

    /** One bit of a {@code long} a value. */
    public static final int MAX_VALUES = 64;

    /** What a fact is about. */
    public enum Level {
        /** The message as a whole. */
        MESSAGE,
        /** One item of it. */
        ITEM
    }

    public Fact {
        values = List.copyOf(values);
    }

    long all() {
        return values.size() == MAX_VALUES ? -1L : (1L << values.size()) - 1;
    }
}
