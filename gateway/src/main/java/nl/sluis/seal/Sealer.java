package nl.sluis.seal;

import nl.sluis.adapter.MessageJson;
import nl.sluis.canonical.Cancellation;
import nl.sluis.canonical.ConsentNews;
import nl.sluis.canonical.Receipt;
import nl.sluis.canonical.WithdrawalNotice;
import nl.sluis.policy.PayloadForm;
import nl.sluis.policy.Permit;
import nl.sluis.policy.UsedPermit;

/**
 * Step 5 of the path: signs, then encrypts to the recipient. Takes a {@link Permit} for a message, so that nothing about a person
 * can be sealed without one; a receipt says nothing about a person, and a copy of a consent goes on that consent, which names its
 * only recipient.
 */
public final class Sealer {

    /** How a minimised message is signed: as JSON with its ground and the hash of the rules that permitted it. */
    public static final PayloadForm FORM =
            (policy, minimised) -> SealedContent.OfMessage.of(policy, minimised).toJson();

    private final SealKeys keys;

    Sealer(SealKeys keys) {
        this.keys = keys;
    }

    /**
     * Seals what the permit allows, and uses it up; its attachments are sealed by what stands beside.
     *
     * @throws nl.sluis.policy.UnusablePermit when it was used, is for another recipient or content, or its time has passed
     */
    public Envelope seal(Permit permit, SealRecipient recipient) {
        SealedContent content = SealedContent.OfMessage.of(permit.verdict().policy(), permit.message());
        byte[] json = content.toJson();
        UsedPermit used = permit.use(json, recipient.organisation(), keys.now());
        Envelope envelope = envelope(content, json, recipient);
        ChunkSeal beside = new ChunkSeal(keys, used, recipient);
        return beside.attachments().isEmpty() ? envelope : envelope.with(beside);
    }

    /** Seals a receipt. */
    public Envelope seal(Receipt receipt, SealRecipient recipient) {
        return envelope(new SealedContent.OfReceipt(SealedContent.VERSION, receipt), recipient);
    }

    /** Seals a notice of withdrawal, which says nothing about a person. */
    public Envelope seal(WithdrawalNotice notice, SealRecipient recipient) {
        return envelope(new SealedContent.OfNotice(SealedContent.VERSION, notice), recipient);
    }

    /** Seals a cancellation, which says nothing about a person. */
    public Envelope seal(Cancellation cancellation, SealRecipient recipient) {
        return envelope(new SealedContent.OfCancellation(SealedContent.VERSION, cancellation), recipient);
    }

    /** Seals news about consents: words that name nobody, or a copy of a consent to the discloser that it names. */
    public Envelope seal(ConsentNews news, SealRecipient recipient) {
        return envelope(new SealedContent.OfConsent(SealedContent.VERSION, news), recipient);
    }

    /** Signs the word that an envelope was stored; anyone can read it, nobody can forge it. */
    public byte[] sign(Acceptance acceptance) {
        return Cms.sign(MessageJson.mapper().writeValueAsBytes(acceptance), keys.privateKey(), keys.certificate());
    }

    /** Signs the word that an attachment is not taken; anyone can read it, nobody can forge it. */
    public byte[] sign(ChunkRefusal refusal) {
        return Cms.sign(MessageJson.mapper().writeValueAsBytes(refusal), keys.privateKey(), keys.certificate());
    }

    /** Signs the word that an envelope is never taken; anyone can read it, nobody can forge it. */
    public byte[] sign(EnvelopeRefusal refusal) {
        return Cms.sign(MessageJson.mapper().writeValueAsBytes(refusal), keys.privateKey(), keys.certificate());
    }

    private Envelope envelope(SealedContent content, SealRecipient recipient) {
        return envelope(content, content.toJson(), recipient);
    }

    private Envelope envelope(SealedContent content, byte[] json, SealRecipient recipient) {
        byte[] signed = Cms.sign(json, keys.privateKey(), keys.certificate(), Encryption.suite(recipient));
        return new Envelope(
                content.id(),
                content.sender(),
                content.recipient(),
                Encryption.encrypt(signed, recipient),
                Sha256.hex(Sha256.of(json)),
                null);
    }
}
