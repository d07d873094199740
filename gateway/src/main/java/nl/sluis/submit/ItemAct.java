package nl.sluis.submit;

/** What a team can do with an item. */
public enum ItemAct {
    /** It is theirs who act. */
    TAKE_UP(false),
    /** Somebody else is asked to take it. */
    PASS_ON(true),
    /** What was passed on is taken. */
    ACCEPT(false),
    /** What was passed on is not taken. */
    DECLINE(true),
    /** It is the reporter's again. */
    HAND_BACK(true),
    /** The reporter does not agree that it is theirs again. */
    CONTEST(true),
    /** It is done. */
    CLOSE(true);

    private final boolean reasoned;

    ItemAct(boolean reasoned) {
        this.reasoned = reasoned;
    }

    /** Whether a reason must be given. */
    public boolean reasoned() {
        return reasoned;
    }
}
