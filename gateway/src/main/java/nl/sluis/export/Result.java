package nl.sluis.export;

/** How an act ended. */
enum Result {
    /** As it was meant. */
    DONE,
    /** A person or a fact is waited for. */
    UNDECIDED,
    /** Refused, rejected or given up. */
    FAILED
}
