package nl.sluis.feed;

/** How far the team is with an item. */
public enum FeedState {
    /** Nobody has taken it up. */
    NEW,
    /** Somebody has it, and it is theirs. */
    TAKEN_UP,
    /** Somebody else was asked to take it; until they accept it is still theirs who asked. */
    PASSED_ON,
    /** It was decided that it is the reporter's again; the reporter may contest that. */
    HANDED_BACK,
    /** Done. */
    CLOSED
}
