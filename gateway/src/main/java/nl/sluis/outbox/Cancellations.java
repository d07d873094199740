package nl.sluis.outbox;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import nl.sluis.adapter.MessageJson;
import nl.sluis.attachment.Carried;
import nl.sluis.audit.AuditLog;
import nl.sluis.canonical.Cancellation;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.ThreadId;
import nl.sluis.canonical.Urgency;
import org.springframework.stereotype.Component;

/**
 * Tells the recipient of a message that stopped, or waits again, that what it has of its attachments is to be destroyed. Works in
 * the caller's transaction, which holds the message's row, so that no chunk is on its way that was sealed later.
 */
@Component
final class Cancellations {

    private final OutgoingStore store;
    private final Queue queue;
    private final Carried carried;
    private final AuditLog audit;
    private final Clock clock;

    Cancellations(OutgoingStore store, Queue queue, Carried carried, AuditLog audit, Clock clock) {
        this.store = store;
        this.queue = queue;
        this.carried = carried;
        this.audit = audit;
        this.clock = clock;
    }

    /** A message does not go, or not now; says so when chunks of it may have come there, once for each time that they did. */
    void stopped(Outgoing message) {
        if (message.form() != Outgoing.Form.MESSAGE || !carried.takeBack(message.sender(), message.id())) {
            return;
        }
        Cancellation cancellation = new Cancellation(
                new MessageId(UUID.randomUUID()), message.id(), message.sender(), message.recipient(), clock.instant());
        Outgoing outgoing = outgoing(cancellation);
        store.insert(outgoing, new byte[0], null);
        queue.put(outgoing);
        audit.append(
                "cancellation.told",
                message.id().toString(),
                Map.of(
                        "recipient", message.recipient().value(),
                        "cancellation", cancellation.id().toString()));
    }

    /** Whether chunks of it may have come, and it was not taken back since. */
    boolean mayTakeBack(Outgoing message) {
        return message.form() == Outgoing.Form.MESSAGE && carried.mayHaveCome(message.sender(), message.id());
    }

    private Outgoing outgoing(Cancellation cancellation) {
        return new Outgoing(
                cancellation.sender(),
                cancellation.id(),
                // It waits for nothing, and the message that it is about waits for it
                new ThreadId(cancellation.about().value()),
                Outgoing.Form.CANCELLATION,
                Outgoing.Form.CANCELLATION.name(),
                cancellation.recipient(),
                Urgency.PRIORITY,
                MessageState.QUEUED,
                MessageJson.write(cancellation),
                new byte[0],
                0,
                cancellation.at());
    }
}
