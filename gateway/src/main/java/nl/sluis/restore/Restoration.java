package nl.sluis.restore;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.sluis.audit.AuditLog;
import nl.sluis.audit.AuditReach;
import nl.sluis.restore.RestorationStore.Server;
import nl.sluis.restore.RestoreSettings.NewTimeline;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether this node's database was put back. What it lost (messages that went, withdrawals, decisions) is known to people and
 * partners only, so that nothing goes out until a person has compared and released it; what comes in is taken as always.
 */
public final class Restoration {

    private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);

    private final RestorationStore store;
    private final AuditLog audit;
    private final RestoreSettings settings;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Closed until the first look: nothing goes before it is known. */
    private volatile boolean parked = true;

    private AuditReach.@Nullable Entry marked;

    Restoration(
            RestorationStore store,
            AuditLog audit,
            RestoreSettings settings,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.audit = audit;
        this.settings = settings;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** What waited may go: at the start of a node whose database is what it was, and when a person has released it. */
    public record Released() {}

    /** Whether everything outgoing waits for a person. */
    public boolean parked() {
        return parked;
    }

    /** The same after a look of its own: for what cannot be undone, and must not be done in the seconds between two looks. */
    public boolean parkedNow() {
        look();
        return parked;
    }

    /** Looks at the server, the high-water mark and what operators recorded. Called before any work starts, and every few seconds. */
    synchronized void look() {
        try {
            boolean held = Boolean.TRUE.equals(transaction.execute(status -> {
                store.lock();
                sign().ifPresent(this::notice);
                return store.open().isPresent();
            }));
            boolean released = parked && !held;
            parked = held;
            mark();
            if (released) {
                events.publishEvent(new Released());
            }
        } catch (DataAccessException e) {
            // Without the database nothing goes anyway; when it is back it may be another
            parked = true;
            LOG.warn(
                    "whether the database was put back cannot be seen: {}",
                    e.getClass().getSimpleName());
        }
    }

    Optional<RestorationStore.Open> open() {
        return store.open();
    }

    private Optional<Sign> sign() {
        Server present = store.present();
        Optional<Server> seen = store.seen();
        if (!seen.equals(Optional.of(present))) {
            store.see(present, clock.instant());
        }
        if (seen.isPresent() && !seen.get().identifier().equals(present.identifier())) {
            return Optional.of(Sign.OTHER_SERVER);
        }
        if (seen.isPresent()
                && !seen.get().timeline().equals(present.timeline())
                && settings.newTimeline() == NewTimeline.PARK) {
            return Optional.of(Sign.NEW_TIMELINE);
        }
        return behindMark() ? Optional.of(Sign.AUDIT_BEHIND_MARK) : Optional.empty();
    }

    // Once: what this process wrote itself is in the database that it goes on with, or the server tells otherwise
    private boolean behindMark() {
        return marked == null
                && settings.mark()
                        .flatMap(HighWaterMark::read)
                        .filter(mark -> !store.noticedSince(mark.at()))
                        .filter(mark -> !store.holds(mark.tip()))
                        .isPresent();
    }

    private void notice(Sign sign) {
        Instant now = clock.instant();
        store.notice(sign, store.tip(), now);
        audit.append("restore.noticed", null, Map.of("sign", sign.name()));
        LOG.error("the database was put back ({}): nothing goes out until it is released", sign);
    }

    private void mark() {
        AuditReach.Entry tip = store.tip();
        if (settings.mark().isEmpty() || tip.equals(marked)) {
            return;
        }
        try {
            settings.mark().get().write(tip, clock.instant());
            marked = tip;
        } catch (IOException e) {
            LOG.error("{}: cannot be written", RestoreSettings.MARK);
        }
    }
}
