package nl.sluis.handover;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That Veilig Thuis handed a case over. Fixed on arrival; the day is that of the record.
 *
 * @param item of the feed
 * @param sender the organisation that handed it over
 * @param message its message
 * @param thread the conversation of the message
 * @param contact who at the sender is called; null when the message names nobody
 * @param notVoluntary why the approach is not free of obligation; null when it was not marked so
 * @param conditions what the family must meet, in the sender's words
 */
record Origin(
        UUID item,
        String sender,
        UUID message,
        UUID thread,
        @Nullable String contact,
        @Nullable String notVoluntary,
        List<String> conditions) {

    static final String KIND = "HANDOVER";

    /** What the origin is called in questions. */
    static final String VEILIG_THUIS = "VEILIG_THUIS";

    Origin {
        conditions = List.copyOf(conditions);
    }

    /** Never what it says. */
    @Override
    public String toString() {
        return "Origin[" + item + "]";
    }
}
