package nl.sluis.canonical;

/** What a receipt says, and no more. */
public enum ReceiptStatus {
    /** Delivered to the local system of the recipient. */
    DELIVERED,
    /** Refused by the recipient; the code says why. */
    REJECTED
}
