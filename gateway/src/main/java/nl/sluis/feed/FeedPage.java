package nl.sluis.feed;

import java.util.List;

/**
 * Items and where to go on.
 *
 * @param items those that can be read
 * @param unreadable those among them that cannot, in the same order
 * @param next the cursor for what comes later; stays where it is when there is nothing yet
 */
public record FeedPage(List<FeedItem> items, List<Unreadable> unreadable, Cursor next) {

    public FeedPage {
        items = List.copyOf(items);
        unreadable = List.copyOf(unreadable);
    }

    /** How many there are of both. */
    public int size() {
        return items.size() + unreadable.size();
    }

    /**
     * The items, for who concludes something from all of them.
     *
     * @throws IllegalStateException when one cannot be read
     */
    public List<FeedItem> whole() {
        if (!unreadable.isEmpty()) {
            throw new IllegalStateException("an item of this household cannot be read");
        }
        return items;
    }
}
