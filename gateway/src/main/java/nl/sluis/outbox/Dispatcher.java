package nl.sluis.outbox;

import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries what waits. One attempt is done in the transaction of its place in the queue and holds the row, so that a killed process leaves
 * it as it was and another takes it up; it has a savepoint of its own, so that one that goes wrong leaves the queue all the same. An
 * attempt lasts no longer than the client's timeouts. What waited for a fact or a person and may go now is
 * queued first, with its audit entry, and sent by the next attempt: the evidence of a permit is there before the message goes.
 */
final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final OutgoingStore store;
    private final Preparing preparing;
    private final Exchange exchange;
    private final Places places;
    private final AttemptLog log;
    private final TransactionTemplate transaction;

    Dispatcher(
            OutgoingStore store,
            Preparing preparing,
            Exchange exchange,
            Places places,
            AttemptLog log,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.preparing = preparing;
        this.exchange = exchange;
        this.places = places;
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** One of the named places that catch everything: a fault in one message must not stop the others. */
    void attempt(String reference) {
        MessageId id = MessageId.parse(reference.substring(0, 36));
        OrganisationId sender = new OrganisationId(reference.substring(37));
        try {
            boolean closed = Boolean.TRUE.equals(transaction.execute(
                    status -> store.lock(sender, id).map(this::attempt).orElse(false)));
            if (closed) {
                // After a savepoint of its own: a decision that cannot be taken must not undo that the recipient is
                // told
                transaction.executeWithoutResult(status ->
                        store.lock(sender, id).filter(log::mayWaitThere).ifPresent(this::takeBack));
            }
        } catch (RuntimeException e) {
            LOG.error("attempt at {} failed: {}", id, e.getClass().getName());
            transaction.executeWithoutResult(
                    status -> store.lockBare(sender, id).ifPresent(log::faulted));
        }
    }

    /** Whether nothing is to be tried any more. */
    private boolean attempt(Outgoing outgoing) {
        if (!outgoing.state().open()) {
            log.closed(outgoing);
            return true;
        }
        if (!places.withPlace(outgoing, () -> decideAndSend(outgoing))) {
            log.noPlace(outgoing);
        }
        return false;
    }

    // It may wait there for a scanner, and a fact behind it has changed: it is delivered only when it would still go
    private void takeBack(Outgoing outgoing) {
        if (preparing.prepare(outgoing) instanceof Prepared.Parked) {
            log.takenBack(outgoing);
        }
    }

    // Decided also when it cannot go yet: that it may not go any more is to be seen at once
    private void decideAndSend(Outgoing outgoing) {
        switch (preparing.prepare(outgoing)) {
            case Prepared.Parked parked -> log.parked(outgoing, parked);
            case Prepared.Ready ready when outgoing.state() != MessageState.QUEUED -> log.released(outgoing, ready);
            case Prepared.Ready ready when log.restsOnMore(outgoing, ready) -> log.again(outgoing);
            case Prepared.Ready ready when log.waitsForItsTurn(outgoing) -> log.keep(outgoing, ready);
            case Prepared.Ready ready -> {
                log.keep(outgoing, ready);
                log.record(outgoing, ready, exchange.give(outgoing, ready.envelope(), ready.partner()));
            }
        }
    }
}
