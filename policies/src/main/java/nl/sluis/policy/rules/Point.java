package nl.sluis.policy.rules;

/** A value for every fact. Facts that are not set have the value that the word list gives the unknown. Not thread-safe. */
public final class Point {

    private final Vocabulary vocabulary;
    private final int[] values;

    private Point(Vocabulary vocabulary, int[] values) {
        this.vocabulary = vocabulary;
        this.values = values;
    }

    /** A point of which nothing is known yet; a fact that is always known starts at its first value. */
    public static Point unknown(Vocabulary vocabulary) {
        int[] values = new int[vocabulary.facts().size()];
        for (int i = 0; i < values.length; i++) {
            Integer unknown = vocabulary.fact(i).unknown();
            values[i] = unknown == null ? 0 : unknown;
        }
        return new Point(vocabulary, values);
    }

    static Point usual(Vocabulary vocabulary) {
        return new Point(
                vocabulary, vocabulary.facts().stream().mapToInt(Fact::usual).toArray());
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
        values[position] = code;
        return this;
    }

    int value(int fact) {
        return values[fact];
    }
}
