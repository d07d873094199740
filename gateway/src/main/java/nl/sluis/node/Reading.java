package nl.sluis.node;

import java.util.List;
import nl.sluis.adapter.Violation;

/**
 * What came of reading a body.
 *
 * @param <T> what it says
 */
public sealed interface Reading<T> {

    /** It is as it should be. */
    record Read<T>(T value) implements Reading<T> {}

    /** It is not; at least one violation. */
    record Faulty<T>(List<Violation> violations) implements Reading<T> {
        public Faulty {
            violations = List.copyOf(violations);
        }
    }
}
