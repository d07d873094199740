package nl.sluis.seal;

import java.time.Instant;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;

/**
 * The word of a recipient that it stored an envelope durably: it says nothing of the content, which it has not opened yet.
 *
 * @param sender who sent the envelope
 * @param recipient who stored it and signs this
 * @param envelopeHash SHA-256 of the envelope, hexadecimal
 */
public record Acceptance(
        MessageId id, OrganisationId sender, OrganisationId recipient, String envelopeHash, Instant at) {}
