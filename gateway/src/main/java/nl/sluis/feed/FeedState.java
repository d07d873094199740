package nl.sluis.feed;

/** How far the team is with an item. */
public enum FeedState {
    /** Nobody has taken it up. */
    NEW
}
