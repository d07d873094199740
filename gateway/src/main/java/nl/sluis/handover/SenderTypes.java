package nl.sluis.handover;

import java.util.Optional;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;

/** What an organisation is, by the directory. */
@FunctionalInterface
public interface SenderTypes {

    /** Empty when the directory does not know it. */
    Optional<OrganisationType> of(OrganisationId organisation);
}
