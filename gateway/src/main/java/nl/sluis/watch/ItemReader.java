package nl.sluis.watch;

import nl.sluis.feed.FeedItem;

/** Somebody who must look at every item that arrives, once and in the order of arrival. */
public interface ItemReader {

    /** A stable name: by it the node knows how far this reader came. 1 to 40 lower-case letters. */
    String name();

    /**
     * Looks at an item, in the transaction that says that it was looked at: done once, however often a process stops in between.
     * Not in the transaction of the delivery, so that the time until a receipt tells a sender nothing about the family.
     */
    void read(FeedItem item);
}
