package nl.sluis.outbox;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import nl.sluis.adapter.MessageJson;
import nl.sluis.audit.AuditLog;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.Urgency;
import nl.sluis.canonical.WithdrawalNotice;
import org.springframework.stereotype.Component;

/**
 * Tells who received a message that a consent behind it was withdrawn (law table R43), once for each consent, and only when it is
 * certain that the message has come there. Works in the caller's transaction, which holds the message's row.
 */
@Component
final class WithdrawalNotices {

    /** In the message's history: its recipient has been told. */
    static final String TOLD = "RECIPIENT_TOLD_OF_WITHDRAWAL";

    private final OutgoingStore store;
    private final Queue queue;
    private final EndedConsents ended;
    private final AuditLog audit;
    private final Clock clock;

    WithdrawalNotices(OutgoingStore store, Queue queue, EndedConsents ended, AuditLog audit, Clock clock) {
        this.store = store;
        this.queue = queue;
        this.ended = ended;
        this.audit = audit;
        this.clock = clock;
    }

    void tell(Outgoing message) {
        for (EndedConsents.Ended end : ended.untold(message)) {
            WithdrawalNotice notice = new WithdrawalNotice(
                    new MessageId(UUID.randomUUID()),
                    message.id(),
                    message.thread(),
                    message.sender(),
                    message.recipient(),
                    end.consent(),
                    end.withdrawnAt());
            Outgoing outgoing = outgoing(notice);
            store.insert(outgoing, new byte[0], null);
            ended.told(message, end.consent(), notice.id());
            queue.put(outgoing);
            audit.append(
                    "withdrawal.told",
                    message.id().toString(),
                    Map.of(
                            "recipient", message.recipient().value(),
                            "consent", end.consent(),
                            "notice", notice.id().toString()));
        }
    }

    /** Whether a consent on which it went was withdrawn since. */
    boolean restsOnEnded(Outgoing message) {
        return ended.any(message);
    }

    private Outgoing outgoing(WithdrawalNotice notice) {
        return new Outgoing(
                notice.sender(),
                notice.id(),
                notice.thread(),
                Outgoing.Form.NOTICE,
                Outgoing.Form.NOTICE.name(),
                notice.recipient(),
                Urgency.PRIORITY,
                MessageState.QUEUED,
                MessageJson.write(notice),
                new byte[0],
                0,
                clock.instant());
    }
}
