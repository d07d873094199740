package nl.sluis.policy;

import nl.sluis.canonical.Message;

/** Decides whether a message may leave, and which part of it (XACML policy decision point). */
public final class PolicyDecisionPoint {

    /** Decides a question that comes without content, such as a case on file. */
    public Verdict judge(SharingRequest request) {
        throw new IllegalStateException();
    }

    /**
     * Decides about a message. A {@link Permit} carries what may go.
     *
     * @throws IllegalArgumentException when sender or recipient of message and context differ
     */
    public Decision decide(Message message, SharingContext context) {
        throw new IllegalStateException();
    }
}
