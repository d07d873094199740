package nl.sluis.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.sluis.audit.ReadLog;
import nl.sluis.seal.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The feed for whoever looks at it. A person sees the households with which they are involved, and about others the same as about
 * those that do not exist; systems see all ({@link Viewer}). Each reading is in the audit before it is given. One entry a page, whatever its size; a page
 * without items says nothing about anybody and leaves none, so that asking again and again fills no log, unless somebody asks
 * for a household from its beginning: that there is nothing is an answer too.
 */
public final class FeedReads {

    private final Feed feed;
    private final ReadLog log;
    private final Supplier<Viewer> viewer;

    /**
     * Reads that feed and writes to that log.
     *
     * @param viewer who looks now
     */
    FeedReads(Feed feed, ReadLog log, Supplier<Viewer> viewer) {
        this.feed = feed;
        this.log = log;
        this.viewer = viewer;
    }

    /** As {@link Feed#page}. */
    public FeedPage page(FeedQuery query) {
        return noted(
                feed.page(query, viewer.get()), query.household(), query.since().equals(Cursor.START));
    }

    /** As {@link Feed#latest}. */
    public FeedPage latest(@Nullable UUID household, int limit) {
        return noted(feed.latest(household, limit, viewer.get()), household, true);
    }

    /** As {@link Feed#byWork}. */
    public FeedPage byWork(UUID household, int limit) {
        return noted(feed.byWork(household, limit, viewer.get()), household, true);
    }

    /** One item for something that has its own entry; empty also when whoever asks is not involved. */
    public Optional<FeedItem> item(UUID id) {
        return feed.find(id, viewer.get());
    }

    /** One item with its message. */
    public Optional<FeedItem> message(UUID id) {
        Optional<FeedItem> found = item(id);
        found.ifPresent(
                item -> log.reads("feed.message-read", item.message().id().toString(), Map.of("item", id.toString())));
        return found;
    }

    private FeedPage noted(FeedPage page, @Nullable UUID household, boolean fromTheBeginning) {
        List<FeedItem> items = page.items();
        if (page.size() == 0 && (household == null || !fromTheBeginning)) {
            return page;
        }
        Map<String, String> detail = new HashMap<>();
        detail.put("count", Integer.toString(items.size()));
        if (!page.unreadable().isEmpty()) {
            detail.put("unreadable", Integer.toString(page.unreadable().size()));
        }
        if (household != null) {
            detail.put("household", household.toString());
        }
        if (!items.isEmpty()) {
            // Positions are without end and never given anew: these two and the household say which items it were,
            // and the hash shows it
            detail.put("first", position(items.getFirst()));
            detail.put("last", position(items.getLast()));
            detail.put("items", hash(items));
        }
        log.reads("feed.read", null, detail);
        return page;
    }

    private static String position(FeedItem item) {
        return Long.toString(item.cursor().position());
    }

    private static String hash(List<FeedItem> items) {
        String ids = items.stream().map(item -> item.id().toString()).collect(Collectors.joining("\n"));
        return Sha256.hexOf(ids);
    }
}
