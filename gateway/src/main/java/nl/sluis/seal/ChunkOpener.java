package nl.sluis.seal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import org.bouncycastle.cms.CMSException;

/** Opens chunks of attachments: decrypts, verifies, and checks that each is of the place where it was brought. */
public final class ChunkOpener {

    private final SealKeys keys;
    private final OrganisationId self;
    private final ListedSuites listed;
    private final SealRevocations revocations;

    ChunkOpener(SealKeys keys, OrganisationId self, ListedSuites listed, SealRevocations revocations) {
        this.keys = keys;
        this.revocations = revocations;
        this.self = self;
        this.listed = listed;
    }

    /**
     * Where a chunk was brought, as the outside says.
     *
     * @param attachment its name at the sender
     */
    public record Place(MessageId message, OrganisationId sender, UUID attachment, int number) {}

    /** Opens one; {@code signers} are the certificates of the sender, of which one must have signed it while it was valid. */
    public ChunkOpening open(Place place, byte[] cms, Collection<X509Certificate> signers) {
        Encryption.Decrypted decrypted;
        try {
            decrypted = keys.decrypt(cms);
        } catch (CMSException e) {
            return new ChunkOpening.Rejected(Opening.Reason.UNDECRYPTABLE);
        } catch (RuntimeException e) {
            // Bouncy Castle answers malformed ASN.1 with many sorts
            return new ChunkOpening.Rejected(Opening.Reason.MALFORMED);
        }
        Expected expected =
                new Expected(signers, at -> true, at -> listed.classical(place.sender(), self, at), revocations);
        return switch (Verification.of(decrypted, expected)) {
            case Verification.Bad bad -> new ChunkOpening.Rejected(bad.reason());
            case Verification.Good good ->
                ChunkHeader.read(good.content())
                        .map(read -> checked(read, place, good.signedAt()))
                        .orElseGet(() -> new ChunkOpening.Rejected(Opening.Reason.UNREADABLE));
        };
    }

    private ChunkOpening checked(ChunkHeader.Read read, Place place, Instant signedAt) {
        ChunkHeader header = read.header();
        boolean readable = header.version() == ChunkHeader.VERSION
                && read.chunk().length > 0
                && read.chunk().length == Chunks.length(header.file().size(), header.number());
        if (!readable) {
            return new ChunkOpening.Rejected(Opening.Reason.UNREADABLE);
        }
        Place said = new Place(header.id(), header.sender(), header.attachment(), header.number());
        return said.equals(place) && header.recipient().equals(self)
                ? new ChunkOpening.Opened(header.file(), header.before(), signedAt, read.chunk())
                : new ChunkOpening.Rejected(Opening.Reason.MISADDRESSED);
    }
}
