package nl.sluis.policy;

/** A permit that was asked for something else than it gives, too late, or once more: nothing is sealed. */
public final class UnusablePermit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Why why;

    UnusablePermit(Why why) {
        super("the permit cannot be used: " + why);
        this.why = why;
    }

    /** What was wrong. */
    public Why why() {
        return why;
    }

    /** What can be wrong. */
    public enum Why {
        /** It was used before, by whomever. */
        USED,
        /** Its time has passed, or has not come. */
        OUT_OF_TIME,
        /** It is for another recipient. */
        OTHER_RECIPIENT,
        /** It was given for other content. */
        OTHER_PAYLOAD
    }
}
