package nl.sluis.canonical;

import org.jspecify.annotations.Nullable;

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

    // A decision compares some thirty names; what the compiler makes of a record took a sixth longer for all of it
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PersonRef named && value.equals(named.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
