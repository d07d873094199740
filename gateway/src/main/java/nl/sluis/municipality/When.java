package nl.sluis.municipality;

import java.util.Set;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * When a rule holds: when all that it names holds.
 *
 * @param origins one of these; empty for any
 * @param reporters one of these; empty for any
 * @param children with or without; null for either
 * @param least so many life domains at least
 * @param most so many life domains at most
 * @param urgencies one of these; empty for any
 * @param coercions one of these; empty for any
 */
record When(
        Set<Origin> origins,
        Set<OrganisationType> reporters,
        @Nullable Boolean children,
        int least,
        int most,
        Set<Urgency> urgencies,
        Set<Coercion> coercions) {

    When {
        origins = Set.copyOf(origins);
        reporters = Set.copyOf(reporters);
        urgencies = Set.copyOf(urgencies);
        coercions = Set.copyOf(coercions);
    }

    boolean holds(Situation situation) {
        return any(origins, situation.origin())
                && any(reporters, situation.reporter())
                && (children == null || children == situation.children())
                && situation.domains() >= least
                && situation.domains() <= most
                && any(urgencies, situation.urgency())
                && any(coercions, situation.coercion());
    }

    private static <T> boolean any(Set<T> named, T one) {
        return named.isEmpty() || named.contains(one);
    }
}
