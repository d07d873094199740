package nl.sluis.console.work;

import java.util.Optional;
import java.util.UUID;
import nl.sluis.feed.FeedItem;
import nl.sluis.feed.FeedReads;
import nl.sluis.household.Sight;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** An item that somebody decides about, with its entry in the audit. */
@Component
final class SeenItem {

    private final FeedReads feed;
    private final Sight sight;

    SeenItem(FeedReads feed, Sight sight) {
        this.feed = feed;
        this.sight = sight;
    }

    /**
     * The item, for who sees its household.
     *
     * @throws ResponseStatusException 404 for one that is not theirs, or of another household, as for one that is not there
     */
    FeedItem of(UUID household, UUID item) {
        return Optional.of(household)
                .filter(sight::sees)
                .flatMap(known -> feed.message(item))
                .filter(found -> found.household().equals(household))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
