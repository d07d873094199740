package nl.sluis.outbox;

/** Decides and seals a message at the moment of an attempt, in that attempt's transaction. */
public interface Preparation {

    /** What it prepares. */
    default boolean prepares(Outgoing.Form form) {
        return form == Outgoing.Form.MESSAGE;
    }

    /** A fresh decision on something in state {@code QUEUED}, {@code HOLD} or {@code REVIEW}. */
    Prepared prepare(Outgoing outgoing);
}
