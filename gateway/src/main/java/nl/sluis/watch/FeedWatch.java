package nl.sluis.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.sluis.audit.AuditLog;
import nl.sluis.feed.Feed;
import nl.sluis.feed.FeedItem;
import nl.sluis.feed.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives each reader each item, some in one transaction; safe to run in every process of a node. A reader that fails stays at its item and is
 * said to ({@link #failing}); it holds up no other reader. An item that cannot be read (its key is away, or somebody spoiled the row) is passed,
 * counted and tried again every {@link #AGAIN}.
 */
public class FeedWatch {

    /** How long until what could not be read is tried again. */
    static final Duration AGAIN = Duration.ofMinutes(10);

    /** How many are read in one transaction: each commit waits for a disk. */
    private static final int TOGETHER = 50;

    private static final Logger LOG = LoggerFactory.getLogger(FeedWatch.class);

    private final Feed feed;
    private final WatchStore store;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Set<String> trying = ConcurrentHashMap.newKeySet();

    FeedWatch(Feed feed, WatchStore store, AuditLog audit, TransactionTemplate transactions, Clock clock) {
        this.feed = feed;
        this.store = store;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Looks at what came since; what comes meanwhile waits for the next time at most. A failure of the reader is the caller's. */
    void look(ItemReader reader) {
        // One of those that were read together failed the last time: one by one those before it are read for good
        int together = trying.add(reader.name()) ? TOGETHER : 1;
        Instant before = clock.instant().minus(AGAIN);
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transactions.execute(status -> again(reader, before)));
        }
        more = true;
        while (more) {
            more = Boolean.TRUE.equals(transactions.execute(status -> some(reader, together)));
        }
        trying.remove(reader.name());
    }

    /** Readers whose last look in this process did not come to an end. One that is looking now may be among them. */
    Set<String> failing() {
        return new TreeSet<>(trying);
    }

    /** How many items were passed that could not be read so far. */
    long unread() {
        return store.left();
    }

    /** Whether there may be more. */
    private boolean some(ItemReader reader, int most) {
        List<WatchStore.Next> next = store.claim(reader.name())
                .map(position -> store.after(position, most))
                .orElse(List.of());
        for (WatchStore.Next found : next) {
            readable(reader, found.item()).ifPresent(reader::read);
        }
        if (!next.isEmpty()) {
            store.passed(reader.name(), next.getLast().position());
        }
        return next.size() == most;
    }

    /** Whether there was one that could not be read the last time. */
    private boolean again(ItemReader reader, Instant before) {
        Optional<UUID> left = store.leftBefore(reader.name(), before);
        left.flatMap(item -> readable(reader, item)).ifPresent(item -> {
            reader.read(item);
            store.readAfterAll(reader.name(), item.id());
        });
        return left.isPresent();
    }

    private Optional<FeedItem> readable(ItemReader reader, UUID item) {
        try {
            return feed.find(item, new Viewer.Organisation());
        } catch (IllegalStateException e) {
            if (store.left(reader.name(), item, clock.instant())) {
                LOG.warn("an item of the feed cannot be read and is tried again later: {}", item);
                audit.append("watch.unreadable", null, Map.of("item", item.toString()));
            }
            return Optional.empty();
        }
    }
}
