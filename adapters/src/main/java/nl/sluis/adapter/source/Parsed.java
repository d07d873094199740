package nl.sluis.adapter.source;

import java.util.List;
import java.util.function.Function;
import nl.sluis.adapter.Violation;

/** Bytes that became a tree, or the reasons why they did not. */
public sealed interface Parsed<T> {

    /** A tree. */
    record Tree<T>(T value) implements Parsed<T> {
        @Override
        public <R> R fold(Function<List<Violation>, R> faulty, Function<T, R> tree) {
            return tree.apply(value);
        }
    }

    /** Why there is none; at least one violation. */
    record Faulty<T>(List<Violation> violations) implements Parsed<T> {
        public Faulty {
            violations = List.copyOf(violations);
        }

        @Override
        public <R> R fold(Function<List<Violation>, R> faulty, Function<T, R> tree) {
            return faulty.apply(violations);
        }
    }

    /** The one or the other; a switch on patterns would not be formatted where Maven runs on Java 17. */
    <R> R fold(Function<List<Violation>, R> faulty, Function<T, R> tree);

    /** Goes on with the tree; faults pass through. */
    default <R> Parsed<R> then(Function<T, Parsed<R>> next) {
        return fold(Faulty::new, next);
    }

    /** One fault of the whole document. */
    static <T> Parsed<T> faulty(String code, String message) {
        return new Faulty<>(List.of(new Violation("/", code, message)));
    }
}
