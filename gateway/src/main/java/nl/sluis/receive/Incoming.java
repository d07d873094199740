package nl.sluis.receive;

import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;

/**
 * An envelope that was stored and not opened yet.
 *
 * @param receipt whether its sender says that it is a receipt: then nothing is said back when it cannot be opened
 */
@SuppressWarnings("ArrayRecordComponent") // a row, read and dropped
record Incoming(OrganisationId sender, MessageId id, boolean receipt, byte[] envelope) {

    String reference() {
        return new Reference(sender, id).text();
    }

    /** The two parts of {@link #reference()}. */
    record Reference(OrganisationId sender, MessageId id) {
        String text() {
            return id + " " + sender;
        }

        static Reference parse(String text) {
            return new Reference(new OrganisationId(text.substring(37)), MessageId.parse(text.substring(0, 36)));
        }
    }
}
