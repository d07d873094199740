package nl.sluis.policy.rules;

/**
 * A named number behind a duty.
 *
 * @param duty the code of the duty
 * @param count how many; 0 when the duty has no day
 */
public record Term(String duty, int count, Unit unit) {

    /** How the days are counted. */
    public enum Unit {
        /** Days before the end of the consent that was used. */
        DAYS_BEFORE_END("dagen-voor-einddatum"),
        /** Monday to Friday after the day of sending; public holidays count as working days. */
        WORKING_DAYS("werkdagen-na-verzending"),
        /** Days after the day of sending. */
        DAYS("dagen-na-verzending"),
        /** No day. */
        NONE("zonder-dag");

        private final String word;

        Unit(String word) {
            this.word = word;
        }

        /** The word in the table. */
        public String word() {
            return word;
        }
    }
}
