package nl.sluis.feed;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the feed.
 *
 * @param since only what came after it
 * @param household only this household's; null for all
 * @param limit at most this many items
 */
public record FeedQuery(Cursor since, @Nullable UUID household, int limit) {

    /** Items on a page when nothing is said. */
    public static final int DEFAULT_LIMIT = 50;

    /** Most items on a page. */
    public static final int MAX_LIMIT = 200;

    /**
     * @throws IllegalArgumentException when the limit is not 1 to {@link #MAX_LIMIT}
     */
    public FeedQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("a page has 1 to " + MAX_LIMIT + " items");
        }
    }

    /** The same question from another place. */
    FeedQuery from(Cursor cursor) {
        return new FeedQuery(cursor, household, limit);
    }
}
