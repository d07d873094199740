package nl.sluis.attachment;

/** Whether a received message may be delivered with all attachments that it names. */
public enum Readiness {
    /** All are here, whole, as the message says, and looked at; or it names none. */
    READY,
    /** Nobody has looked at one of them yet. */
    WAITING,
    /** One is not here, or not what the message says. */
    INCOMPLETE,
    /** Its sender has taken back what is not here. */
    CANCELLED,
    /** A scanner found something in one of them. */
    INFECTED,
    /** Its sender has said that a consent behind it was withdrawn. */
    WITHDRAWN
}
