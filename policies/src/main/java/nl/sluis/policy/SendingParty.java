package nl.sluis.policy;

import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Regime;
import org.jspecify.annotations.Nullable;

/**
 * Who discloses.
 *
 * @param regime the act that governs the discloser; null when not stated, which never permits on consent
 */
public record SendingParty(
        OrganisationId organisation,
        OrganisationType type,
        @Nullable Regime regime,
        ProfessionalRole role) {}
