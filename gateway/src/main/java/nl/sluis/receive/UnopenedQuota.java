package nl.sluis.receive;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.node.OneAtATime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps one partner from filling the disk with envelopes that stay unopened: of a form that only a later version knows, or of a partner
 * that names attachments and never brings them. What waits is counted in the database at most every {@link #FRESH}, and in between what
 * this process took is added, so that each process of a node may go over the quota by what it takes in that time.
 */
@Component
class UnopenedQuota {

    /** How old a count may be. */
    static final Duration FRESH = Duration.ofSeconds(5);

    /**
     * What takes back or ends what waits (a notice, a cancellation, a receipt) has some kilobytes, and comes in beyond the quota, up to a
     * tenth of it: else what fills the quota could not be emptied.
     */
    static final int SMALL = 64 * 1024;

    private static final int RESERVE = 10;

    private static final Logger LOG = LoggerFactory.getLogger(UnopenedQuota.class);

    private final JdbcClient jdbc;
    private final long limit;
    private final Clock clock;
    private final Counter refused;
    private final OneAtATime counting = new OneAtATime();
    private volatile Count count = new Count(Instant.MIN, new ConcurrentHashMap<>(), ConcurrentHashMap.newKeySet());

    UnopenedQuota(JdbcClient jdbc, ReceiveSettings settings, Clock clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.limit = settings.unopenedPerPartner().toBytes();
        this.clock = clock;
        this.refused = Counter.builder("sluis.inbox.over-quota")
                .description("Envelopes that were not taken, since too much of their sender waits unopened")
                .register(meters);
    }

    /** @param told whose refusal is in the log: once a count, since a partner that is refused may come without end */
    private record Count(Instant at, Map<OrganisationId, AtomicLong> bytes, Set<OrganisationId> told) {}

    /**
     * Whether an envelope of this size may be taken; then it counts as taken.
     *
     * @param size in bytes
     */
    boolean takes(OrganisationId sender, int size) {
        Instant now = clock.instant();
        if (stale(now)) {
            // Who comes while another counts goes by the count before: no call waits for another's query
            counting.run(() -> recount(now));
        }
        Count latest = count;
        AtomicLong waiting = latest.bytes().computeIfAbsent(sender, first -> new AtomicLong());
        if (waiting.addAndGet(size) <= (size <= SMALL ? limit + limit / RESERVE : limit)) {
            return true;
        }
        waiting.addAndGet(-size);
        refused.increment();
        if (latest.told().add(sender)) {
            LOG.warn("no more than {} bytes of {} may wait unopened: nothing more is taken of it", limit, sender);
        }
        return false;
    }

    private boolean stale(Instant now) {
        // A clock that was ahead and is mended must not keep an old count for good
        return Duration.between(count.at(), now).abs().compareTo(FRESH) > 0;
    }

    private void recount(Instant now) {
        if (stale(now)) {
            Map<OrganisationId, AtomicLong> bytes = new ConcurrentHashMap<>();
            jdbc.sql(
                            "SELECT sender, sum(octet_length(envelope)) FROM incoming WHERE envelope IS NOT NULL GROUP BY sender")
                    .query(row -> {
                        bytes.put(new OrganisationId(row.getString(1)), new AtomicLong(row.getLong(2)));
                    });
            count = new Count(now, bytes, ConcurrentHashMap.newKeySet());
        }
    }
}
