package nl.sluis.policy.rules;

/**
 * Where a fact of the code stands in one word list, and which of its values each of the code's words is. Looked up once, so that
 * a decision looks up no words.
 */
public final class Slot {

    private final int fact;
    private final byte[] values;

    Slot(int fact, byte[] values) {
        this.fact = fact;
        this.values = values;
    }

    int fact() {
        return fact;
    }

    /** How many words the code has for it. */
    int words() {
        return values.length;
    }

    byte value(int word) {
        return values[word];
    }
}
