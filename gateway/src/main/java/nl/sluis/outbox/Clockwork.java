package nl.sluis.outbox;

import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.node.OneAtATime;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what time brings: puts what is due in the channel, and sees to terms. Safe to run in every process of a node. */
final class Clockwork {

    private final Queue queue;
    private final Terms terms;
    private final Supplier<Set<OrganisationId>> congested;
    private final TransactionTemplate transaction;
    private final BooleanSupplier parked;
    private final OneAtATime underWay = new OneAtATime();

    /**
     * Sets it up.
     *
     * @param congested partners to which more than one attempt makes no sense now
     * @param parked whether the database was put back and nobody has released it
     */
    Clockwork(
            Queue queue,
            Terms terms,
            Supplier<Set<OrganisationId>> congested,
            BooleanSupplier parked,
            PlatformTransactionManager transactions) {
        this.queue = queue;
        this.terms = terms;
        this.congested = congested;
        this.parked = parked;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One at a time in this process: while the database is slow, ticks must not pile up on its connections. */
    void tick() {
        underWay.run(this::tickAlone);
    }

    private void tickAlone() {
        transaction.executeWithoutResult(status -> {
            queue.mendClock();
            queue.takeDue(congested.get());
        });
        transaction.executeWithoutResult(status -> terms.raiseAlarms());
        // While a person compares what was put back with what was lost, nothing of it ends and nothing is destroyed
        if (terms.anyPassed() && !parked.getAsBoolean()) {
            List.<Runnable>of(terms::expire, terms::destroy)
                    .forEach(step -> transaction.executeWithoutResult(status -> step.run()));
        }
    }
}
