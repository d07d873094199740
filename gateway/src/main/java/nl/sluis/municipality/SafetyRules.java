package nl.sluis.municipality;

import java.util.Set;

/**
 * How safety is asked after.
 *
 * @param instruments codes, as {@code sluis.safety.instruments} has them
 * @param line that stands above every form; always says {@link #MANDATORY}
 */
public record SafetyRules(Set<String> instruments, String line) {

    /** What no municipality can take out: safety is asked of every family with children. */
    public static final String MANDATORY = "altijd bij kinderen in het gezin";

    /**
     * @throws IllegalArgumentException when the line leaves out what is mandatory
     */
    public SafetyRules {
        instruments = Set.copyOf(instruments);
        if (!line.contains(MANDATORY)) {
            throw new IllegalArgumentException("the line says: " + MANDATORY);
        }
    }
}
