package nl.sluis.seal;

import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Something sealed: signed by the sender and encrypted to the recipient (CMS, RFC 5652 and RFC 5083).
 *
 * @param cms DER of AuthEnvelopedData around SignedData
 * @param contentHash SHA-256 of the signed content, hexadecimal; null for what this node did not seal itself
 * @param beside seals what must be there before it: the attachments of the same permit; null when it has none
 */
@SuppressWarnings("ArrayRecordComponent") // written once by the sealer; equality is not used
public record Envelope(
        MessageId id,
        OrganisationId sender,
        OrganisationId recipient,
        byte[] cms,
        @Nullable String contentHash,
        @Nullable ChunkSeal beside) {

    /** One that came from elsewhere. */
    public Envelope(MessageId id, OrganisationId sender, OrganisationId recipient, byte[] cms) {
        this(id, sender, recipient, cms, null, null);
    }

    /** The same, with what must be there before it. */
    Envelope with(ChunkSeal attachments) {
        return new Envelope(id, sender, recipient, cms, contentHash, attachments);
    }

    @Override
    public String toString() {
        return "Envelope[" + id + ", " + cms.length + " bytes]";
    }
}
