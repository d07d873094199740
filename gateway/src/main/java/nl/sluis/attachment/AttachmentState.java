package nl.sluis.attachment;

/** How far the content of an attachment is. */
enum AttachmentState {
    /** Bytes are still to come. */
    OPEN,
    /** All bytes are here; nobody has looked at them yet, so nobody gets them. */
    WAITING,
    /** A scanner found nothing in it. */
    CLEAN,
    /** Whole, and not scanned: this node has no scanner. */
    NOT_SCANNED,
    /** A scanner found something; the content is destroyed. */
    INFECTED,
    /** The bytes are not those that were announced; the content is destroyed. */
    BROKEN;

    /** Whether it may be sent, or given to who may read it. */
    boolean usable() {
        return this == CLEAN || this == NOT_SCANNED;
    }

    /** Whether it can still become usable. */
    boolean pending() {
        return this == OPEN || this == WAITING;
    }
}
