package nl.sluis.seal;

import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;

/**
 * Something sealed: signed by the sender and encrypted to the recipient (CMS, RFC 5652 and RFC 5083).
 *
 * @param cms DER of AuthEnvelopedData around SignedData
 */
@SuppressWarnings("ArrayRecordComponent") // written once by the sealer; equality is not used
public record Envelope(MessageId id, OrganisationId sender, OrganisationId recipient, byte[] cms) {

    @Override
    public String toString() {
        return "Envelope[" + id + ", " + cms.length + " bytes]";
    }
}
