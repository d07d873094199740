package nl.sluis.adapter;

import java.util.List;

/**
 * What became of each part of a document: nothing is dropped in silence.
 *
 * @param mapped paths that were understood
 * @param carried paths that travel along as they stand
 * @param notReleased paths that were understood and left behind on purpose, such as an OSO category marked VERBODEN
 * @param notUnderstood paths that could not be translated; kept in the original at the sender only
 * @param warnings what was accepted though something is odd about it, such as a number that cannot be a citizen service number
 */
public record Completeness(
        List<String> mapped,
        List<String> carried,
        List<String> notReleased,
        List<String> notUnderstood,
        List<Violation> warnings) {

    public Completeness {
        mapped = List.copyOf(mapped);
        carried = List.copyOf(carried);
        notReleased = List.copyOf(notReleased);
        notUnderstood = List.copyOf(notUnderstood);
        warnings = List.copyOf(warnings);
    }

    /** Without a warning. */
    public Completeness(
            List<String> mapped, List<String> carried, List<String> notReleased, List<String> notUnderstood) {
        this(mapped, carried, notReleased, notUnderstood, List.of());
    }
}
