package nl.sluis.adapter;

import nl.sluis.canonical.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * The evidence for the four preconditions of an arrears signal, and how the debtor reacted (Besluit gemeentelijke
 * schuldhulpverlening art. 2; Tijdelijke regeling signaal betalingsachterstanden art. 1.2). What is null was not shown.
 *
 * @param contactAttempted an effort for personal contact
 * @param pointedToHelp that the debtor was pointed to debt help
 * @param writtenReminder a reminder in writing
 * @param offeredToPassOn the offer to pass on contact data
 */
public record ArrearsEvidence(
        @Nullable Proof contactAttempted,
        @Nullable Proof pointedToHelp,
        @Nullable Proof writtenReminder,
        @Nullable Proof offeredToPassOn,
        Reaction reaction) {

    /**
     * When it was done, and where that can be found.
     *
     * @param on the day; parts may be unknown, the year may not
     * @param reference the sender's own reference of a letter or note; null when none is given
     */
    public record Proof(PartialDate on, @Nullable String reference) {

        /**
         * @throws IllegalArgumentException when not even the year is known: that is no evidence
         */
        public Proof {
            if (on.year() == 0) {
                throw new IllegalArgumentException("evidence has a year");
            }
        }

        /** Never the reference. */
        @Override
        public String toString() {
            return "Proof[...]";
        }
    }

    /** How the debtor reacted to the offer. Has to be stated: that nothing is known of it is no reaction to rely on. */
    public enum Reaction {
        /** Not at all. */
        NONE,
        /** Agreed. */
        AGREED,
        /** Objected: nothing may go. */
        OBJECTED
    }
}
