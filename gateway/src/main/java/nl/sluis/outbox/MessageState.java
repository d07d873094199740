package nl.sluis.outbox;

/** Where a message that this node sends has come. The first four answer to the outcomes of a decision. */
public enum MessageState {
    /** Permitted; waits for the recipient's node. */
    QUEUED,
    /** Waits here for a consent that can still be given. */
    HOLD,
    /** Waits here for a person. */
    REVIEW,
    /** May not go. */
    DENY,
    /** Stored by the recipient's node, which signed for it. */
    SENT,
    /** Delivered to the recipient's local system; the receipt has come. */
    DELIVERED,
    /** Refused by the recipient; the receipt says why. */
    REJECTED,
    /** Was permitted, and is not any more: it does not go. */
    WITHDRAWN,
    /** Given up: the recipient's node refuses it or could not be reached in the term. */
    FAILED;

    /** Whether an attempt makes sense in this state. */
    boolean open() {
        return this == QUEUED || this == HOLD || this == REVIEW;
    }

    /** Whether it ended without having been delivered, so that a person must see to it. */
    boolean undelivered() {
        return this == FAILED || this == REJECTED || this == WITHDRAWN;
    }

    /**
     * Whether the recipient's receipt still tells something. It does for what was withdrawn or given up: the answer to an
     * attempt may have been lost, and the receipt is the truth.
     */
    boolean awaitsReceipt() {
        return this != DENY && this != DELIVERED && this != REJECTED;
    }
}
