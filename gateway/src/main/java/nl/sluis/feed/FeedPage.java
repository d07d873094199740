package nl.sluis.feed;

import java.util.List;

/**
 * Items and where to go on.
 *
 * @param next the cursor for what comes later; stays where it is when there is nothing yet
 */
public record FeedPage(List<FeedItem> items, Cursor next) {

    public FeedPage {
        items = List.copyOf(items);
    }
}
