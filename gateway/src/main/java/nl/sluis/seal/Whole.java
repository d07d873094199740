package nl.sluis.seal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether nothing is missing in what was read from JSON: a partner can leave out or null any field, and the compiler's word that
 * a component is never null says nothing of what came over a line.
 */
final class Whole {

    private Whole() {}

    /** The same, when it is there and every component in it that is not marked {@code @Nullable} is. */
    static <T> Optional<T> of(@Nullable T read) {
        return Optional.ofNullable(read).filter(Whole::isWhole);
    }

    private static boolean isWhole(Object value) {
        return switch (value) {
            case Record found -> isWhole(found);
            case Collection<?> found -> found.stream().allMatch(each -> each != null && isWhole(each));
            case Map<?, ?> found -> isWhole(found.keySet()) && isWhole(found.values());
            default -> true;
        };
    }

    private static boolean isWhole(Record read) {
        for (RecordComponent component : read.getClass().getRecordComponents()) {
            Object value = value(component, read);
            boolean whole =
                    value == null ? component.getAnnotatedType().isAnnotationPresent(Nullable.class) : isWhole(value);
            if (!whole) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Object value(RecordComponent component, Record read) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(read);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a record lets its components be read", e);
        }
    }
}
