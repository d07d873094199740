package nl.sluis.canonical;

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

    @Override
    public String toString() {
        return value;
    }
}
