package nl.sluis.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.sluis.adapter.MessageJson;
import nl.sluis.audit.AuditLog;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.Receipt;
import nl.sluis.canonical.ReceiptStatus;
import nl.sluis.canonical.Urgency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Step 6 of the path. Every call runs in the caller's transaction. */
@Component
public final class Outbox {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    private final OutgoingStore store;
    private final Queue queue;
    private final WithdrawalNotices notices;
    private final ReceiptCheck receipts;
    private final AuditLog audit;
    private final Clock clock;

    Outbox(
            OutgoingStore store,
            Queue queue,
            WithdrawalNotices notices,
            ReceiptCheck receipts,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.queue = queue;
        this.notices = notices;
        this.receipts = receipts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One step in the life of a message.
     *
     * @param detail codes; null when the state says it all
     */
    public record Step(
            Instant at, MessageState state, @Nullable String detail) {}

    /**
     * Keeps a message that was decided about; one that may go is sent as soon as this transaction commits.
     *
     * @param original the bytes as the local system gave them; empty for a denied one
     * @param about the persons of the node's register that it is about
     */
    public void put(Outgoing outgoing, byte[] original, Collection<UUID> about, String detail) {
        store.insert(outgoing, original, detail);
        store.about(outgoing, about);
        if (outgoing.state() == MessageState.QUEUED) {
            queue.put(outgoing);
        }
    }

    /** Sends a receipt. */
    public void put(Receipt receipt) {
        put(
                new Outgoing(
                        receipt.sender(),
                        receipt.id(),
                        receipt.thread(),
                        Outgoing.Form.RECEIPT,
                        "RECEIPT",
                        receipt.recipient(),
                        Urgency.PRIORITY,
                        MessageState.QUEUED,
                        MessageJson.write(receipt),
                        new byte[0],
                        0,
                        clock.instant()),
                new byte[0],
                List.of(),
                receipt.status().name());
    }

    /** Notes on which consents something may go, so that its recipient can be told when one of them ends. */
    public void restsOn(Outgoing outgoing, Collection<String> consents) {
        store.restsOn(outgoing, consents);
    }

    /**
     * A consent has ended: who received something on it is told, once this transaction commits. What is on its way while this is
     * noted is told of when it has come.
     */
    public void ended(String consent, Instant withdrawnAt) {
        store.end(consent, withdrawnAt).forEach(queue::put);
    }

    /** Has everything about these persons that has not gone yet decided again, once this transaction commits. */
    public void decideAgain(Collection<UUID> persons) {
        store.waitingFor(persons).forEach(queue::put);
    }

    /** Whether something about this person has not gone yet. */
    public boolean waitsFor(UUID person) {
        return !store.waitingFor(List.of(person)).isEmpty();
    }

    /** What became of a message, as its recipient's receipt tells. A second receipt for the same message changes nothing. */
    public void settle(Receipt receipt) {
        Optional<Outgoing> found = store.lock(receipt.recipient(), receipt.about())
                .filter(outgoing -> outgoing.form() != Outgoing.Form.RECEIPT)
                .filter(outgoing -> outgoing.recipient().equals(receipt.sender()));
        if (found.isEmpty()) {
            audit.append("receipt.unknown", receipt.about().toString(), Map.of());
            return;
        }
        Outgoing outgoing = found.get();
        if (outgoing.state().awaitsReceipt() && receipts.isRight(outgoing, receipt)) {
            boolean delivered = receipt.status() == ReceiptStatus.DELIVERED;
            boolean notice = outgoing.form() == Outgoing.Form.NOTICE;
            String what =
                    outgoing.form() == Outgoing.Form.CANCELLATION ? "cancellation" : notice ? "notice" : "message";
            store.settled(
                    outgoing, delivered ? MessageState.DELIVERED : notDelivered(outgoing, receipt), code(receipt));
            queue.passed(outgoing);
            audit.append(
                    what + (delivered ? ".delivered" : ".rejected"),
                    outgoing.id().toString(),
                    Map.of("recipient", receipt.sender().value()));
            if (delivered && notice) {
                store.find(
                                outgoing.sender(),
                                MessageJson.readNotice(outgoing.content()).about())
                        .ifPresent(about -> store.note(about, WithdrawalNotices.TOLD));
            } else if (delivered) {
                // It had come after all, and a consent behind it may have ended in the meantime
                notices.tell(outgoing);
            }
        }
    }

    // Believed of what this node itself knows to be withdrawn
    private MessageState notDelivered(Outgoing outgoing, Receipt receipt) {
        return "WITHDRAWN_BEFORE_DELIVERY".equals(receipt.code()) && notices.restsOnEnded(outgoing)
                ? MessageState.WITHDRAWN
                : MessageState.REJECTED;
    }

    // Another organisation wrote it and it stands in clear in the history: a code or nothing
    private static @Nullable String code(Receipt receipt) {
        String code = receipt.code();
        return code == null || CODE.matcher(code).matches() ? code : "OTHER";
    }

    /** A message that this node sent. */
    public Optional<Outgoing> find(OrganisationId sender, MessageId id) {
        return store.find(sender, id).filter(outgoing -> outgoing.form() == Outgoing.Form.MESSAGE);
    }

    /** The persons of the register that a message is about; none once it is forgotten. */
    public Set<UUID> persons(OrganisationId sender, MessageId id) {
        return store.persons(sender, id);
    }

    /** Its life so far, oldest first. */
    public List<Step> history(OrganisationId sender, MessageId id) {
        return store.history(sender, id);
    }
}
