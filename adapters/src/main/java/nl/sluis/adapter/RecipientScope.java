package nl.sluis.adapter;

import java.util.Set;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;

/** Whom a consent names as recipients: organisations, or sorts of organisations as Mitz does. */
public record RecipientScope(Set<OrganisationId> organisations, Set<OrganisationType> types) {

    public RecipientScope {
        organisations = Set.copyOf(organisations);
        types = Set.copyOf(types);
    }
}
