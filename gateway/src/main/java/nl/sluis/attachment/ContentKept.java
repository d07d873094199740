package nl.sluis.attachment;

import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;

/** Whether this node still has the content of a message that it sends; implemented by who keeps it. */
@FunctionalInterface
public interface ContentKept {

    /** False when it is destroyed, or was never there. */
    boolean of(OrganisationId sender, MessageId message);
}
