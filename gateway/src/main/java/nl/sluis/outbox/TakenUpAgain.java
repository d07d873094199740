package nl.sluis.outbox;

import nl.sluis.restore.Restoration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes up what was left while nothing might go out, and at every start what a killed process may have left untold. */
@Component
final class TakenUpAgain {

    private final OutgoingStore store;
    private final OutboxLanes lanes;
    private final TransactionTemplate transaction;

    TakenUpAgain(OutgoingStore store, OutboxLanes lanes, PlatformTransactionManager transactions) {
        this.store = store;
        this.lanes = lanes;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener
    void released(Restoration.Released released) {
        transaction.executeWithoutResult(status -> {
            store.dueNow();
            store.untold().forEach(lanes::put);
        });
    }
}
