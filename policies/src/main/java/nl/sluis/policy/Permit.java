package nl.sluis.policy;

import java.time.Instant;

/**
 * Leave to give exactly one minimised message to exactly one recipient. Made by the {@link PolicyDecisionPoint} and nowhere
 * else: the constructor is package-private on purpose, and no public type of this package hands one out otherwise.
 */
public final class Permit implements Decision {

    private final Verdict verdict;
    private final MinimisedMessage message;
    private final Instant issuedAt;

    Permit(Verdict verdict, MinimisedMessage message, Instant issuedAt) {
        this.verdict = verdict;
        this.message = message;
        this.issuedAt = issuedAt;
    }

    @Override
    public Verdict verdict() {
        return verdict;
    }

    /** What may go. */
    public MinimisedMessage message() {
        return message;
    }

    /** When it was given; a permit serves one attempt. */
    public Instant issuedAt() {
        return issuedAt;
    }
}
