package nl.sluis.adapter.source;

import java.util.List;
import nl.sluis.adapter.Violation;

/** Bytes that became a tree, or the reasons why they did not. */
public sealed interface Parsed<T> {

    /** A tree. */
    record Tree<T>(T value) implements Parsed<T> {}

    /** Why there is none; at least one violation. */
    record Faulty<T>(List<Violation> violations) implements Parsed<T> {
        public Faulty {
            violations = List.copyOf(violations);
        }
    }

    /** One fault of the whole document. */
    static <T> Parsed<T> faulty(String code, String message) {
        return new Faulty<>(List.of(new Violation("/", code, message)));
    }
}
