package nl.sluis.receive;

import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;

/** An envelope that was stored and not opened yet. */
@SuppressWarnings("ArrayRecordComponent") // a row, read and dropped
record Incoming(OrganisationId sender, MessageId id, byte[] envelope) {

    String reference() {
        return id + " " + sender;
    }

    /** The two parts of {@link #reference()}. */
    record Reference(OrganisationId sender, MessageId id) {
        static Reference parse(String text) {
            return new Reference(new OrganisationId(text.substring(37)), MessageId.parse(text.substring(0, 36)));
        }
    }
}
