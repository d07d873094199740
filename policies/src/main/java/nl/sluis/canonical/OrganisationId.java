package nl.sluis.canonical;

import org.jspecify.annotations.Nullable;

/** The name of an organisation in the directory, for example {@code de-wilgenhof}. */
public record OrganisationId(String value) {

    /** Longest value, in characters. */
    public static final int MAX_LENGTH = 200;

    /**
     * @throws IllegalArgumentException when the value is blank, longer than {@link #MAX_LENGTH} or has control characters
     */
    public OrganisationId {
        Text.requireIdentifier(value, MAX_LENGTH, "OrganisationId");
    }

    // A decision compares some thirty names; what the compiler makes of a record took a sixth longer for all of it
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OrganisationId named && value.equals(named.value);
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
