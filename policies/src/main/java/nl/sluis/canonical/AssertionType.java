package nl.sluis.canonical;

/** How the sender knows what is stated; facts and opinions stay apart (LKC 105737). */
public enum AssertionType {
    /** Seen or heard by the sender. */
    OBSERVED,
    /** Told to the sender by somebody, named as source. */
    REPORTED_BY,
    /** The opinion of a professional. */
    PROFESSIONAL_OPINION,
    /** A suspicion. */
    SUSPICION
}
