package nl.sluis.policy;

/** What was decided about a message. When several apply, the first of this order counts. */
public enum Outcome {
    /** It may not go. */
    DENY,
    /** A person must decide. */
    REVIEW,
    /** It waits for a consent that can still be given. */
    HOLD,
    /** It may go, less what is withheld. */
    PERMIT
}
