package nl.sluis.outbox;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.Urgency;

/**
 * Only so many attempts at one partner are under way at a time in this process, so that one that answers slowly cannot take all
 * workers. What is acute has workers of its own and takes no place.
 */
final class Places {

    private final BulkheadRegistry taken;

    Places(OutboxSettings settings) {
        this.taken = BulkheadRegistry.of(BulkheadConfig.custom()
                .maxConcurrentCalls(settings.perPartner())
                .build());
    }

    /** Does the work when there is a place for it; whether there was. */
    boolean withPlace(Outgoing outgoing, Runnable work) {
        if (outgoing.urgency() == Urgency.ACUTE || outgoing.state() != MessageState.QUEUED) {
            work.run();
            return true;
        }
        Bulkhead place = taken.bulkhead(outgoing.recipient().value());
        if (!place.tryAcquirePermission()) {
            return false;
        }
        try {
            work.run();
            return true;
        } finally {
            place.onComplete();
        }
    }

    /** Partners at which no place is free. */
    Set<OrganisationId> full() {
        return taken.getAllBulkheads().stream()
                .filter(place -> place.getMetrics().getAvailableConcurrentCalls() == 0)
                .map(place -> new OrganisationId(place.getName()))
                .collect(Collectors.toSet());
    }
}
