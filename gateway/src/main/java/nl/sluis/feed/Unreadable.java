package nl.sluis.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import nl.sluis.feed.FeedItemView.Source;

/**
 * An item that is there and cannot be read: its key is away, or somebody spoiled the row. It is shown as such, so that nobody takes what they can read for
 * everything.
 *
 * @param id of the item, for whoever sees to the node
 * @param cursor after it
 */
public record Unreadable(UUID id, @JsonIgnore Cursor cursor, UUID household, Source source, Instant arrivedAt) {}
