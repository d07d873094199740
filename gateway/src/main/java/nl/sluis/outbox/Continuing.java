package nl.sluis.outbox;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.audit.AuditLog;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What waited for an organisation that has ended may go on, once, as another message to its successor. The other message is a
 * decision of its own: nothing of this one's permit goes along. Works in the caller's transaction, which holds the row.
 */
@Component
public final class Continuing {

    private final JdbcClient jdbc;
    private final OutgoingStore store;
    private final UndeliveredStore rows;
    private final AuditLog audit;

    Continuing(JdbcClient jdbc, OutgoingStore store, UndeliveredStore rows, AuditLog audit) {
        this.jdbc = jdbc;
        this.store = store;
        this.rows = rows;
        this.audit = audit;
    }

    /** What there is to go on with. */
    public sealed interface Found {
        /**
         * Its content is here.
         *
         * @param original the bytes as the local system gave them
         */
        @SuppressWarnings("ArrayRecordComponent") // read, decided about and dropped
        record Ready(Outgoing outgoing, byte[] original) implements Found {}

        /** It went on before, as this message. */
        record Already(Outgoing next) implements Found {}

        /** There is no such message. */
        record Unknown() implements Found {}

        /** It has not failed, or a person has closed it. */
        record NotNow() implements Found {}

        /** Its content is not here any more. */
        record ContentGone() implements Found {}
    }

    /** Takes a message that failed; who asks at the same time waits, and finds that it went on. */
    public Found take(OrganisationId sender, MessageId id) {
        Optional<Outgoing> found = store.lock(sender, id).filter(outgoing -> outgoing.form() == Outgoing.Form.MESSAGE);
        if (found.isEmpty()) {
            return new Found.Unknown();
        }
        Optional<Outgoing> next = next(sender, id).flatMap(other -> store.find(sender, other));
        if (next.isPresent()) {
            return new Found.Already(next.get());
        }
        Outgoing outgoing = found.get();
        if (outgoing.state() != MessageState.FAILED || rows.isClosed(sender, id)) {
            return new Found.NotNow();
        }
        return outgoing.content().length == 0
                ? new Found.ContentGone()
                : new Found.Ready(outgoing, store.original(outgoing));
    }

    /** The message as which it went on; empty when it did not. */
    public Optional<MessageId> next(OrganisationId sender, MessageId id) {
        return jdbc.sql("SELECT continued_by FROM outgoing WHERE sender = ? AND id = ? AND continued_by IS NOT NULL")
                .params(sender.value(), id.value())
                .query(UUID.class)
                .optional()
                .map(MessageId::new);
    }

    /** It goes on as that message: it is closed, and its content destroyed. */
    public void goesOn(Outgoing ended, MessageId as, OrganisationId successor) {
        jdbc.sql("UPDATE outgoing SET continued_by = ? WHERE sender = ? AND id = ?")
                .params(as.value(), ended.sender().value(), ended.id().value())
                .update();
        store.note(ended, "SUBMITTED_TO_SUCCESSOR");
        store.forget(ended);
        rows.close(ended, Undelivered.Closing.SENT_OTHERWISE);
        audit.append(
                "message.continued",
                ended.id().toString(),
                Map.of("as", as.toString(), "recipient", ended.recipient().value(), "successor", successor.value()));
    }
}
