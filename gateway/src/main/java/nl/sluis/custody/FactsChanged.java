package nl.sluis.custody;

import java.util.Set;

/**
 * A fact on which decisions rest was recorded, in the transaction that is running: a consent, a withdrawal, custody, a
 * measure, a step of the meldcode. Whoever holds messages about these persons decides again.
 */
public record FactsChanged(Set<PersonId> about) {

    public FactsChanged {
        about = Set.copyOf(about);
    }
}
