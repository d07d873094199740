package nl.sluis.feed;

import java.util.UUID;

/** Hears what happens to items, in the transaction in which it happens: what it keeps stands or falls with that. */
public interface ItemNews {

    /** For who has nobody to tell. */
    ItemNews NOBODY = (item, what) -> {};

    /** What happened. */
    enum What {
        /** It came in, once. */
        ARRIVED,
        /** Somebody did something with it: its state or its owner may be another. */
        CHANGED
    }

    /**
     * Something happened to an item. Does the same work whatever is in the item and whoever it is about: its sender could measure it.
     *
     * @param item of the feed
     */
    void happened(UUID item, What what);
}
