package nl.sluis.canonical;

/** A person inside one message or one question; means nothing outside it. */
public record PersonRef(String value) {

    /** Longest value, in characters. */
    public static final int MAX_LENGTH = 200;

    /**
     * @throws IllegalArgumentException when the value is blank, longer than {@link #MAX_LENGTH} or has control characters
     */
    public PersonRef {
        Text.requireIdentifier(value, MAX_LENGTH, "PersonRef");
    }

    @Override
    public String toString() {
        return value;
    }
}
