package nl.sluis.outbox;

import java.time.Instant;
import java.util.Arrays;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.ThreadId;
import nl.sluis.canonical.Urgency;

/**
 * Something that this node sends.
 *
 * @param kind the message kind, or the name of the form
 * @param urgency how soon it must go; receipts and notices go before what is ordinary
 * @param content what is needed to decide and seal it, as its {@link Preparation} wrote it; empty once it is not needed any more
 * @param answer what the sender may know of the decision, JSON
 * @param attempts how often it was tried
 */
@SuppressWarnings("ArrayRecordComponent") // a row, read and dropped
public record Outgoing(
        OrganisationId sender,
        MessageId id,
        ThreadId thread,
        Form form,
        String kind,
        OrganisationId recipient,
        Urgency urgency,
        MessageState state,
        byte[] content,
        byte[] answer,
        int attempts,
        Instant createdAt) {

    /** What it is. */
    public enum Form {
        /** A message, which needs a permit. */
        MESSAGE,
        /** A receipt. */
        RECEIPT,
        /** A notice that a consent was withdrawn. */
        NOTICE,
        /** Word that a message stopped of which chunks may have come. */
        CANCELLATION,
        /** A copy of a recorded consent, made afresh at every attempt. */
        CONSENT_COPY,
        /** Word on consents of which copies were given. */
        CONSENT_WORD,
        /** A question whether copies of consents still stand. */
        CONSENT_QUESTION;

        /**
         * The names of all that this version of the program knows. A replica of a newer version may keep others in the same
         * tables: these are left to it.
         */
        static String[] known() {
            return Arrays.stream(values()).map(Form::name).toArray(String[]::new);
        }

        /** Whether somebody must see to it when it ends so: a withdrawn copy has done its duty, a question is asked again. */
        boolean toBeSeenTo(MessageState state) {
            return switch (this) {
                case MESSAGE, NOTICE, CONSENT_WORD -> true;
                // A node of before it was there; what came of the message is destroyed there within a day
                case CANCELLATION -> state != MessageState.REJECTED;
                case CONSENT_COPY -> state != MessageState.WITHDRAWN;
                case RECEIPT, CONSENT_QUESTION -> false;
            };
        }
    }
}
