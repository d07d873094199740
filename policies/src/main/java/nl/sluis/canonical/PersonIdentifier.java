package nl.sluis.canonical;

/**
 * A number by which a person is known somewhere. Two mentions with one identifier in common are the same person.
 *
 * @param system {@link #BSN}, {@link #LOCAL} (the organisation's own numbering) or the URI of another numbering
 * @param value the number; personal data
 */
public record PersonIdentifier(String system, String value) {

    /** The citizen service number. */
    public static final String BSN = "bsn";

    /** The own numbering of the organisation that speaks. */
    public static final String LOCAL = "local";

    /**
     * @throws IllegalArgumentException when a part is blank, too long or has control characters
     */
    public PersonIdentifier {
        Text.requireIdentifier(system, 300, "identifier system");
        Text.requireIdentifier(value, 200, "identifier value");
    }

    /** Never the number itself. */
    @Override
    public String toString() {
        return "PersonIdentifier[" + system + ", ...]";
    }
}
