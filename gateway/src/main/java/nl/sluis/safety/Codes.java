package nl.sluis.safety;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Sets of codes that people read. */
final class Codes {

    private Codes() {}

    /** A copy that nobody changes, in the order in which its list has them. */
    static <E extends Enum<E>> Set<E> inOrder(Class<E> type, Collection<E> codes) {
        EnumSet<E> copy = EnumSet.noneOf(type);
        copy.addAll(codes);
        return Collections.unmodifiableSet(copy);
    }
}
