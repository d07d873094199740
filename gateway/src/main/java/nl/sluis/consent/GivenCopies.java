package nl.sluis.consent;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** To which organisations copies of consents go, and how far they have come. */
public interface GivenCopies {

    /**
     * A copy, or why there is none.
     *
     * @param organisation the discloser that the consent names
     * @param state the state of its envelope, or a code that says why none can go
     */
    record Given(String organisation, String state) {}

    /** By consent; absent where nobody else is named. */
    Map<UUID, List<Given>> of(Collection<UUID> consents);
}
