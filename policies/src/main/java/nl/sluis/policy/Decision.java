package nl.sluis.policy;

/** What the decision point decided about a message. Only a {@link Permit} can be sealed. */
public sealed interface Decision permits Permit, Decision.Hold, Decision.Review, Decision.Deny {

    /** The answer with its reasons. */
    Verdict verdict();

    /** It waits for a consent that can still be given. */
    record Hold(Verdict verdict) implements Decision {}

    /** A person must decide. */
    record Review(Verdict verdict) implements Decision {}

    /** It may not go. */
    record Deny(Verdict verdict) implements Decision {}
}
