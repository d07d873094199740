package nl.sluis.attachment;

import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;

/**
 * An attachment that a partner brought for a message has been looked at: the message may be deliverable now. Published in the
 * transaction that writes it down.
 */
public record AttachmentSettled(OrganisationId sender, MessageId message) {}
