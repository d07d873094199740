package nl.sluis.seal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nl.sluis.adapter.MessageJson;
import nl.sluis.canonical.OrganisationId;
import org.bouncycastle.cms.CMSException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidTypeIdException;

/** Step 9 of the path: decrypts, verifies, and checks that inside and outside agree. */
public final class Opener {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    private final SealKeys keys;
    private final OrganisationId self;
    private final ListedSuites listed;
    private final SealRevocations revocations;

    Opener(SealKeys keys, OrganisationId self, ListedSuites listed, SealRevocations revocations) {
        this.keys = keys;
        this.revocations = revocations;
        this.self = self;
        this.listed = listed;
    }

    /**
     * Opens an envelope of which the outside says from whom it is.
     *
     * @param signers that sender's certificates; one of them must have signed it, while it was valid
     * @param fresh whether one that was signed at that time may still be opened
     */
    public Opening open(Envelope envelope, Collection<X509Certificate> signers, Predicate<Instant> fresh) {
        Encryption.Decrypted decrypted;
        try {
            decrypted = keys.decrypt(envelope.cms());
        } catch (CMSException e) {
            return new Opening.Rejected(Opening.Reason.UNDECRYPTABLE);
        } catch (RuntimeException e) {
            // Bouncy Castle answers malformed ASN.1 with many sorts; one that escapes would be tried for ever
            return new Opening.Rejected(Opening.Reason.MALFORMED);
        }
        Expected expected =
                new Expected(signers, fresh, at -> listed.classical(envelope.sender(), self, at), revocations);
        return switch (Verification.of(decrypted, expected)) {
            case Verification.Good good -> read(good.content(), envelope);
            case Verification.Bad bad -> new Opening.Rejected(bad.reason());
        };
    }

    /** The recipient's word that it stored what was sent; empty when it is not that recipient's or not about that. */
    public Optional<Acceptance> verify(byte[] acceptance, Envelope sent, Collection<X509Certificate> recipient) {
        return recipient.stream()
                .flatMap(certificate -> Cms.signedInTime(acceptance, certificate)
                        .filter(signed -> Verification.notTakenBack(signed, revocations.since(certificate)))
                        .stream())
                .findFirst()
                .map(Cms.Signed::content)
                .flatMap(Opener::acceptance)
                .filter(word -> word.id().equals(sent.id())
                        && word.sender().equals(sent.sender())
                        && word.recipient().equals(sent.recipient()));
    }

    private static Optional<Acceptance> acceptance(byte[] json) {
        try {
            return Whole.of(MessageJson.mapper().readValue(json, Acceptance.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Why the recipient will never take what was sent; empty when this is not that recipient's word, or not about that. */
    public Optional<String> refusal(byte[] word, Envelope sent, Collection<X509Certificate> recipient) {
        return recipient.stream()
                .flatMap(certificate -> Cms.signedInTime(word, certificate).stream())
                .findFirst()
                .map(Cms.Signed::content)
                .flatMap(Opener::refusal)
                .filter(refusal -> sent.id().equals(refusal.id())
                        && sent.sender().equals(refusal.sender())
                        && sent.recipient().equals(refusal.recipient()))
                .map(EnvelopeRefusal::code)
                .filter(code -> CODE.matcher(code).matches());
    }

    private static Optional<EnvelopeRefusal> refusal(byte[] json) {
        try {
            return Optional.of(MessageJson.mapper().readValue(json, EnvelopeRefusal.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private Opening read(byte[] json, Envelope envelope) {
        SealedContent content;
        try {
            content = SealedContent.fromJson(json);
        } catch (InvalidTypeIdException e) {
            boolean unknown = e.getTypeId() != null && e.getBaseType().hasRawClass(SealedContent.class);
            return unknown ? new Opening.OfLaterVersion() : new Opening.Rejected(Opening.Reason.UNREADABLE);
        } catch (JacksonException e) {
            return new Opening.Rejected(Opening.Reason.UNREADABLE);
        }
        if (Whole.of(content).isEmpty() || content.version() != SealedContent.VERSION) {
            return new Opening.Rejected(Opening.Reason.UNREADABLE);
        }
        if (!content.id().equals(envelope.id())
                || !content.sender().equals(envelope.sender())
                || !content.recipient().equals(self)) {
            return new Opening.Rejected(Opening.Reason.MISADDRESSED);
        }
        return switch (content) {
            case SealedContent.OfMessage m ->
                new Opening.OpenedMessage(m.message(), m.ground(), Sha256.hex(Sha256.of(json)));
            case SealedContent.OfReceipt r -> new Opening.OpenedReceipt(r.receipt());
            case SealedContent.OfConsent c -> new Opening.OpenedNews(c.news(), Sha256.hex(Sha256.of(json)));
            case SealedContent.OfCancellation c ->
                new Opening.OpenedCancellation(c.cancellation(), Sha256.hex(Sha256.of(json)));
            case SealedContent.OfNotice n -> new Opening.OpenedNotice(n.notice(), Sha256.hex(Sha256.of(json)));
        };
    }
}
