package nl.sluis.canonical;

/** How fast a message must be acted upon. */
public enum Urgency {
    /** In the ordinary course. */
    ROUTINE,
    /** Before the ordinary. */
    PRIORITY,
    /** Acute danger: telephone first (112, 0800-2000); the message confirms. */
    ACUTE
}
