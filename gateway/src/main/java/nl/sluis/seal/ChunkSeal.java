package nl.sluis.seal;

import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.sluis.adapter.MessageJson;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.Section;
import nl.sluis.policy.UsedPermit;
import tools.jackson.core.JacksonException;

/**
 * Seals the attachments of one permit and no others, chunk by chunk: each a CMS SignedData inside AuthEnvelopedData of its own, so
 * that neither side has more than one of them in memory. Made by the {@link Sealer} with the envelope of the same permit.
 */
public final class ChunkSeal {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    private final SealKeys keys;
    private final UsedPermit permit;
    private final SealRecipient recipient;
    private final List<Content.Attachment> attachments;

    ChunkSeal(SealKeys keys, UsedPermit permit, SealRecipient recipient) {
        this.keys = keys;
        this.permit = permit;
        this.recipient = recipient;
        this.attachments = permit.message().sections().stream()
                .map(Section::content)
                .filter(Content.Attachment.class::isInstance)
                .map(Content.Attachment.class::cast)
                .toList();
    }

    /** The message that they belong to. */
    public MessageId message() {
        return permit.message().id();
    }

    /** Who sends it. */
    public OrganisationId sender() {
        return permit.message().sender();
    }

    /** Whether the permit still serves; when not, the message is decided about again. */
    public boolean serves() {
        return permit.serves(keys.now());
    }

    /** What may go, in the order of the message. */
    public List<Content.Attachment> attachments() {
        return attachments;
    }

    /**
     * Why the recipient will never take an attachment; empty when the answer is not its signed word about this one.
     *
     * @param signers the recipient's certificates, of which one must have signed it while it was valid
     */
    public Optional<String> refusal(Content.Attachment attachment, byte[] answer, Collection<X509Certificate> signers) {
        return signers.stream()
                .flatMap(signer -> Cms.signedInTime(answer, signer).stream())
                .findFirst()
                .map(Cms.Signed::content)
                .flatMap(ChunkSeal::refusal)
                .filter(word -> word.message().equals(message())
                        && word.attachment().equals(attachment.id())
                        && word.sender().equals(sender())
                        && word.recipient().equals(recipient.organisation()))
                .map(ChunkRefusal::code)
                .filter(code -> CODE.matcher(code).matches());
    }

    private static Optional<ChunkRefusal> refusal(byte[] json) {
        try {
            return Optional.of(MessageJson.mapper().readValue(json, ChunkRefusal.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /**
     * Seals one chunk.
     *
     * @param before the link before it
     * @throws IllegalArgumentException when the permit has no such attachment, or the file no such chunk
     * @throws IllegalStateException when the time of the permit has passed
     */
    public byte[] seal(Content.Attachment attachment, int number, byte[] before, byte[] chunk) {
        Content.File file = attachment.file();
        if (file == null || !attachments.contains(attachment)) {
            throw new IllegalArgumentException("the permit has no such attachment");
        }
        if (chunk.length == 0 || chunk.length != Chunks.length(file.size(), number)) {
            throw new IllegalArgumentException("the file has no such chunk");
        }
        if (!serves()) {
            throw new IllegalStateException("the time of the permit has passed");
        }
        ChunkHeader header = new ChunkHeader(
                ChunkHeader.VERSION,
                message(),
                sender(),
                recipient.organisation(),
                permit.terms().policy(),
                attachment.id(),
                file,
                number,
                HexFormat.of().formatHex(before));
        byte[] signed =
                Cms.sign(header.with(chunk), keys.privateKey(), keys.certificate(), Encryption.suite(recipient));
        return Encryption.encrypt(signed, recipient);
    }
}
