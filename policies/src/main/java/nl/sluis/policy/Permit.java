package nl.sluis.policy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.sluis.canonical.OrganisationId;

/**
 * Leave to give exactly one minimised message to exactly one recipient, once and soon. Made by the {@link PolicyDecisionPoint} and
 * nowhere else: the constructor is package-private on purpose, and no public type of this package hands one out otherwise. Every
 * attempt takes a decision and so a permit of its own.
 */
public final class Permit implements Decision {

    /** How long it serves: a decision and its seal are moments apart; what takes longer is decided about again. */
    public static final Duration LIFE = Duration.ofMinutes(1);

    private final Verdict verdict;
    private final MinimisedMessage message;
    private final PermitTerms terms;
    private final AtomicBoolean used = new AtomicBoolean();

    Permit(Verdict verdict, MinimisedMessage message, PayloadForm form, Instant issuedAt) {
        this.verdict = verdict;
        this.message = message;
        this.terms = new PermitTerms(
                sha256(form.of(verdict.policy(), message)),
                message.message().recipient(),
                verdict.policy(),
                issuedAt,
                issuedAt.plus(LIFE));
    }

    @Override
    public Verdict verdict() {
        return verdict;
    }

    /** What may go. To read it is not to use the permit. */
    public MinimisedMessage message() {
        return message;
    }

    /** When it was given. */
    public Instant issuedAt() {
        return terms.from();
    }

    /** What it is bound to. */
    public PermitTerms terms() {
        return terms;
    }

    /**
     * Uses it up. Of all who ask, in whatever threads, the first one gets it; whoever asks for something else than it gives has
     * used it up as well.
     *
     * @param payload what is going to be signed
     * @param to whom it is going to be sealed to
     * @throws UnusablePermit when it was used, its time has passed, or it is for another recipient or other content
     */
    public UsedPermit use(byte[] payload, OrganisationId to, Instant now) {
        if (!used.compareAndSet(false, true)) {
            throw new UnusablePermit(UnusablePermit.Why.USED);
        }
        if (!terms.serves(now)) {
            throw new UnusablePermit(UnusablePermit.Why.OUT_OF_TIME);
        }
        if (!to.equals(terms.recipient())) {
            throw new UnusablePermit(UnusablePermit.Why.OTHER_RECIPIENT);
        }
        boolean same = terms.payload().equals(sha256(payload));
        if (!same) {
            throw new UnusablePermit(UnusablePermit.Why.OTHER_PAYLOAD);
        }
        return new UsedPermit(message, terms);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
