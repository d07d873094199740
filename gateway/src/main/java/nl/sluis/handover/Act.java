package nl.sluis.handover;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done about a handover, here or at the sender.
 *
 * @param handover which
 * @param theirs whether the sender of the case did it; then it came as a message
 * @param person who: a name, for people
 * @param on the day; of a warm handover, the day of the contact
 * @param form in what form there was contact, or was tried; null where there is none
 * @param text in words; null when there are none
 */
record Act(
        UUID handover,
        Type type,
        boolean theirs,
        String person,
        LocalDate on,
        @Nullable ContactForm form,
        @Nullable String text) {

    static final String KIND = "HANDOVER_ACT";

    /** What was done. */
    enum Type {
        /** Somebody confirms that both spoke. */
        CONTACT_CONFIRMED,
        /** Somebody tried to reach the family, in vain. */
        ATTEMPT,
        /** What the first visit found. */
        FINDINGS,
        /** The case goes back, after the attempts that were agreed. */
        RETURN,
        /** The sender takes it back. */
        RETURN_ACCEPTED,
        /** A joint visit was asked. */
        JOINT_VISIT_ASKED,
        /** The sender comes along. */
        JOINT_VISIT_YES,
        /** The sender does not come along. */
        JOINT_VISIT_NO;

        /** Whether the sender alone can do it, by a message. */
        boolean isTheirs() {
            return this == RETURN_ACCEPTED || this == JOINT_VISIT_YES || this == JOINT_VISIT_NO;
        }

        /** Whether the sender hears of it. */
        boolean isTold() {
            return this == CONTACT_CONFIRMED || this == FINDINGS || this == RETURN || this == JOINT_VISIT_ASKED;
        }
    }

    /** Never what it says. */
    @Override
    public String toString() {
        return "Act[" + type + "]";
    }
}
