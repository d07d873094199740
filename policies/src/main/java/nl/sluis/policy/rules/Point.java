package nl.sluis.policy.rules;

/** A value for every fact. Facts that are not set have the value that the word list gives the unknown. Not thread-safe. */
public final class Point {

    private final Vocabulary vocabulary;
    private final byte[] values;

    Point(Vocabulary vocabulary, byte[] values) {
        this.vocabulary = vocabulary;
        this.values = values;
    }

    /** A point of which nothing is known yet; a fact that is always known starts at its first value. */
    public static Point unknown(Vocabulary vocabulary) {
        return vocabulary.unknown().copy();
    }

    static Point usual(Vocabulary vocabulary) {
        byte[] values = new byte[vocabulary.facts().size()];
        for (int f = 0; f < values.length; f++) {
            values[f] = (byte) vocabulary.fact(f).usual();
        }
        return new Point(vocabulary, values);
    }

    /** A copy that can be changed apart. */
    public Point copy() {
        return new Point(vocabulary, values.clone());
    }

    /**
     * Sets a fact.
     *
     * @throws IllegalArgumentException when the word list has no such fact or value: a mistake in the program
     */
    public Point set(String fact, String value) {
        Integer position = vocabulary.position(fact);
        Integer code = vocabulary.value(fact, value);
        if (position == null || code == null) {
            throw new IllegalArgumentException("the word list has no " + fact + " = " + value);
        }
        values[position] = code.byteValue();
        return this;
    }

    /** Sets a fact that was looked up before to one of the words that were looked up with it. */
    public void set(Slot slot, int word) {
        values[slot.fact()] = slot.value(word);
    }

    int value(int fact) {
        return values[fact];
    }
}
