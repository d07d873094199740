package nl.sluis.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.audit.AuditLog;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.Urgency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What did not arrive, for the person who must see to it; and the ways on. */
@Component
public class Undelivered {

    private final UndeliveredStore rows;
    private final OutgoingStore store;
    private final Queue queue;
    private final Cancellations cancellations;
    private final AuditLog audit;

    Undelivered(UndeliveredStore rows, OutgoingStore store, Queue queue, Cancellations cancellations, AuditLog audit) {
        this.rows = rows;
        this.store = store;
        this.queue = queue;
        this.cancellations = cancellations;
        this.audit = audit;
    }

    /**
     * Something that did not arrive, or of which nobody knows in time whether it does.
     *
     * @param position of it in the list
     * @param kind the message kind, or the name of the form
     * @param since when it ended, or when the alarm was raised
     * @param detail codes that say why; null when the state says it all
     * @param alarm why somebody must see to it now; null when nothing presses
     * @param kept whether its content is still here
     */
    public record Entry(
            long position,
            MessageId id,
            String kind,
            OrganisationId recipient,
            Urgency urgency,
            MessageState state,
            Instant since,
            @Nullable String detail,
            @Nullable String alarm,
            boolean kept) {

        /** Whether it can be tried again as it is. */
        public boolean canBeRetried() {
            return state == MessageState.FAILED && kept;
        }
    }

    /** Why a person ends it. Codes, so that nothing about anybody can be written in it. */
    public enum Closing {
        /** The recipient was told by telephone. */
        CALLED,
        /** It went another way, or was submitted anew. */
        SENT_OTHERWISE,
        /** It is not needed any more. */
        NOT_NEEDED,
        /** It should not have been submitted. */
        MISTAKE
    }

    /** What came of a way on. */
    public enum Outcome {
        /** It is done. */
        DONE,
        /** There is no such message. */
        UNKNOWN,
        /** Its state does not allow it. */
        NOT_NOW,
        /** Its content is not here any more. */
        CONTENT_GONE
    }

    /**
     * What nobody has closed, oldest first.
     *
     * @param after position of the last one that was read, 0 for the first page
     * @param limit how many at most
     */
    public List<Entry> list(long after, int limit) {
        return rows.list(after, limit);
    }

    /** Why somebody must see to a message now; empty when nothing presses. */
    public Optional<String> alarm(OrganisationId sender, MessageId id) {
        return rows.alarm(sender, id);
    }

    /** Has a failed message decided afresh and tried again. */
    @Transactional
    public Outcome retry(OrganisationId sender, MessageId id) {
        Optional<Outgoing> found = store.lock(sender, id).filter(Undelivered::isMessage);
        if (found.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        Outgoing outgoing = found.get();
        if (outgoing.state() != MessageState.FAILED || rows.isClosed(sender, id)) {
            return Outcome.NOT_NOW;
        }
        if (outgoing.content().length == 0) {
            return Outcome.CONTENT_GONE;
        }
        store.state(outgoing, MessageState.QUEUED, "RETRIED");
        rows.beginAgain(outgoing);
        queue.put(outgoing);
        audit.append("message.retried", id.toString(), to(outgoing));
        return Outcome.DONE;
    }

    /** Ends it: what has not gone does not go, and its content is destroyed. */
    @Transactional
    public Outcome close(OrganisationId sender, MessageId id, Closing reason) {
        Optional<Outgoing> found =
                store.lockBare(sender, id).filter(outgoing -> outgoing.form() != Outgoing.Form.RECEIPT);
        if (found.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        Outgoing outgoing = found.get();
        boolean contradicted = rows.alarm(sender, id).isPresent();
        if (rows.isClosed(sender, id)
                || !(outgoing.state().open() || outgoing.state().undelivered() || contradicted)) {
            return Outcome.NOT_NOW;
        }
        if (outgoing.state().open()) {
            store.state(outgoing, MessageState.WITHDRAWN, "CLOSED_" + reason);
            queue.passed(outgoing);
            cancellations.stopped(outgoing);
        } else {
            store.note(outgoing, "CLOSED_" + reason);
        }
        store.forget(outgoing);
        rows.close(outgoing, reason);
        audit.append(
                "message.closed",
                id.toString(),
                Map.of("recipient", outgoing.recipient().value(), "reason", reason.name()));
        return Outcome.DONE;
    }

    private static boolean isMessage(Outgoing outgoing) {
        return outgoing.form() == Outgoing.Form.MESSAGE;
    }

    private static Map<String, String> to(Outgoing outgoing) {
        return Map.of("recipient", outgoing.recipient().value());
    }
}
