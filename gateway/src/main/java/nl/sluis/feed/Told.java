package nl.sluis.feed;

/** What a reporter hears about a report; a code for machines and people, which names nobody. */
public enum Told {
    /** Somebody has it. */
    TAKEN_UP,
    /** It is the reporter's again; the reporter may contest that. */
    HANDED_BACK,
    /** It is done. */
    CLOSED,
    /** Nothing: what was done changes nothing for the reporter. */
    NOTHING
}
