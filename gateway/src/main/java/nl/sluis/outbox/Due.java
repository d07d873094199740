package nl.sluis.outbox;

import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.Urgency;

/** Something that is to be tried: what a work channel carries of it, and how soon it wants to be taken up. */
record Due(OrganisationId sender, MessageId id, Urgency urgency) {

    static Due of(Outgoing outgoing) {
        return new Due(outgoing.sender(), outgoing.id(), outgoing.urgency());
    }

    /** The identity, a space, the sender. */
    String reference() {
        return id + " " + sender;
    }
}
