package nl.sluis.policy;

import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;

/** Who would receive. */
public record ReceivingParty(OrganisationId organisation, OrganisationType type) {}
