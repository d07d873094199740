package nl.sluis.directory;

import java.time.LocalDate;
import java.util.Optional;
import nl.sluis.canonical.OrganisationId;

/**
 * An organisation that can be addressed no more.
 *
 * @param lastDay on which it could be
 * @param successor who went on with its work and can be addressed; empty when nobody can
 */
public record Ended(LocalDate lastDay, Optional<OrganisationId> successor) {}
