package nl.sluis.canonical;

/** The name of a section inside one message. */
public record SectionId(String value) {

    /** Longest value, in characters. */
    public static final int MAX_LENGTH = 200;

    /**
     * @throws IllegalArgumentException when the value is blank, longer than {@link #MAX_LENGTH} or has control characters
     */
    public SectionId {
        Text.requireIdentifier(value, MAX_LENGTH, "SectionId");
    }

    @Override
    public String toString() {
        return value;
    }
}
