package nl.sluis.seal;

import java.time.Instant;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;

/**
 * The word of a recipient that it will never take an envelope. Without its signature no answer ends a message: whoever stands between
 * two nodes could give it.
 *
 * @param sender who brings it
 * @param recipient who refuses it and signs this
 * @param code why, without personal data
 */
public record EnvelopeRefusal(MessageId id, OrganisationId sender, OrganisationId recipient, String code, Instant at) {}
