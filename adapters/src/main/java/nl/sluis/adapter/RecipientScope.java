package nl.sluis.adapter;

import java.util.Set;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;

/** Whom a consent names as recipients: organisations, or sorts of organisations as Mitz does. */
public record RecipientScope(Set<OrganisationId> organisations, Set<OrganisationType> types) {

    /**
     * The document names nobody because it is itself addressed: the caller puts the recipient of the message in its place. In a
     * refusal that comes without a message it means everybody.
     */
    public static final RecipientScope ADDRESSED = new RecipientScope(Set.of(), Set.of());

    public RecipientScope {
        organisations = Set.copyOf(organisations);
        types = Set.copyOf(types);
    }
}
