package nl.sluis.attachment;

/** Whether all attachments that a received message names may be delivered with it. */
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
    INFECTED
}
