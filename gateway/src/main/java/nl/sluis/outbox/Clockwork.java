package nl.sluis.outbox;

import java.util.Set;
import java.util.function.Supplier;
import nl.sluis.canonical.OrganisationId;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts what is due in the channel; safe to run in every process of a node. */
final class Clockwork {

    private final Queue queue;
    private final Supplier<Set<OrganisationId>> congested;
    private final TransactionTemplate transaction;

    /**
     * Sets it up.
     *
     * @param congested partners to which more than one attempt makes no sense now
     */
    Clockwork(Queue queue, Supplier<Set<OrganisationId>> congested, PlatformTransactionManager transactions) {
        this.queue = queue;
        this.congested = congested;
        this.transaction = new TransactionTemplate(transactions);
    }

    void tick() {
        transaction.executeWithoutResult(status -> {
            queue.mendClock();
            queue.takeDue(congested.get());
        });
    }
}
