package nl.sluis.watch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.audit.AuditLog;
import nl.sluis.feed.Feed;
import nl.sluis.feed.FeedItem;
import nl.sluis.feed.Viewer;
import nl.sluis.node.OneAtATime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives each reader each item, one transaction an item; safe to run in every process of a node. */
@Component
public class FeedWatch {

    private static final Logger LOG = LoggerFactory.getLogger(FeedWatch.class);

    private final Feed feed;
    private final WatchStore store;
    private final List<ItemReader> readers;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final OneAtATime underWay = new OneAtATime();

    FeedWatch(Feed feed, WatchStore store, List<ItemReader> readers, AuditLog audit, TransactionTemplate transactions) {
        this.feed = feed;
        this.store = store;
        this.readers = List.copyOf(readers);
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Looks at what came since; what comes meanwhile waits for the next time at most. */
    @Scheduled(fixedRate = 2_000, initialDelay = 2_000)
    public void look() {
        underWay.run(() -> readers.forEach(reader -> {
            boolean more = true;
            while (more) {
                more = Boolean.TRUE.equals(transactions.execute(status -> one(reader)));
            }
        }));
    }

    /** Whether there was one. */
    private boolean one(ItemReader reader) {
        Optional<WatchStore.Next> next = store.claim(reader.name()).flatMap(store::after);
        next.ifPresent(found -> {
            readable(found.item()).ifPresent(reader::read);
            store.passed(reader.name(), found.position());
        });
        return next.isPresent();
    }

    /** A row that somebody spoiled is not read, and stops nothing that came after it: no task can be opened about it. */
    private Optional<FeedItem> readable(UUID item) {
        try {
            return feed.find(item, new Viewer.Organisation());
        } catch (IllegalStateException e) {
            LOG.warn("an item of the feed cannot be read and was passed over: {}", item);
            audit.append("watch.unreadable", null, Map.of("item", item.toString()));
            return Optional.empty();
        }
    }
}
