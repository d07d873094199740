package nl.sluis.handover;

import nl.sluis.canonical.Message;

/** Tells the sender of a case what was done, as a message on the path like any other. */
@FunctionalInterface
public interface WordBack {

    /**
     * In the caller's transaction.
     *
     * @param handover the message that handed the case over
     * @return whether it goes, or waits for what may let it go; false when it may not go
     */
    boolean tell(Message handover, Told told);
}
