package nl.sluis.feed;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.sluis.canonical.Message;
import org.jspecify.annotations.Nullable;

/**
 * A message as the team received it.
 *
 * @param cursor the place right after this item
 * @param ambiguousHousehold whether the evidence pointed to another household too
 * @param sourceName the sender's name, for people
 * @param owner the person who has it; null while nobody took it up, when the task to do so has its owner
 * @param due when something must have happened; null when nothing must
 * @param scanned the files of the message that a virus scanner has looked at; the others nobody has
 */
public record FeedItem(
        UUID id,
        Cursor cursor,
        UUID household,
        boolean ambiguousHousehold,
        String sourceName,
        Instant arrivedAt,
        FeedState state,
        @Nullable String owner,
        @Nullable Instant due,
        Message message,
        Set<UUID> scanned) {

    public FeedItem {
        scanned = Set.copyOf(scanned);
    }

    /** Never the content. */
    @Override
    public String toString() {
        return "FeedItem[" + id + "]";
    }
}
