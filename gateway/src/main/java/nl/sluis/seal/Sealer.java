package nl.sluis.seal;

import java.security.cert.X509Certificate;
import nl.sluis.adapter.MessageJson;
import nl.sluis.canonical.Cancellation;
import nl.sluis.canonical.ConsentNews;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.Receipt;
import nl.sluis.canonical.WithdrawalNotice;
import nl.sluis.policy.MinimisedMessage;
import nl.sluis.policy.Permit;

/**
 * Step 5 of the path: signs, then encrypts to the recipient. Takes a {@link Permit} for a message, so that nothing about a person
 * can be sealed without one; a receipt says nothing about a person, and a copy of a consent goes on that consent, which names its
 * only recipient.
 */
public final class Sealer {

    private final SealKeys keys;

    Sealer(SealKeys keys) {
        this.keys = keys;
    }

    /** Seals what the permit allows, to the recipient's certificate; its attachments are sealed by what stands beside. */
    public Envelope seal(Permit permit, X509Certificate recipient) {
        MinimisedMessage minimised = permit.message();
        Message message = minimised.message();
        String policy = permit.verdict().policy();
        Envelope envelope = envelope(
                new SealedContent.OfMessage(SealedContent.VERSION, policy, message, minimised.ground()), recipient);
        ChunkSeal beside = new ChunkSeal(keys, message, policy, recipient);
        return beside.attachments().isEmpty() ? envelope : envelope.with(beside);
    }

    /** Seals a receipt. */
    public Envelope seal(Receipt receipt, X509Certificate recipient) {
        return envelope(new SealedContent.OfReceipt(SealedContent.VERSION, receipt), recipient);
    }

    /** Seals a notice of withdrawal, which says nothing about a person. */
    public Envelope seal(WithdrawalNotice notice, X509Certificate recipient) {
        return envelope(new SealedContent.OfNotice(SealedContent.VERSION, notice), recipient);
    }

    /** Seals a cancellation, which says nothing about a person. */
    public Envelope seal(Cancellation cancellation, X509Certificate recipient) {
        return envelope(new SealedContent.OfCancellation(SealedContent.VERSION, cancellation), recipient);
    }

    /** Seals news about consents: words that name nobody, or a copy of a consent to the discloser that it names. */
    public Envelope seal(ConsentNews news, X509Certificate recipient) {
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

    private Envelope envelope(SealedContent content, X509Certificate recipient) {
        byte[] json = content.toJson();
        byte[] signed = Cms.sign(json, keys.privateKey(), keys.certificate());
        return new Envelope(
                content.id(),
                content.sender(),
                content.recipient(),
                Cms.encrypt(signed, recipient),
                Sha256.hex(Sha256.of(json)),
                null);
    }
}
