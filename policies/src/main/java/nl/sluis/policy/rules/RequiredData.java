package nl.sluis.policy.rules;

import java.util.List;

/**
 * A minimum of data that the law asks of one kind of message.
 *
 * @param kind code of the kind of message
 * @param about about whom the data is
 * @param oneOf codes of the categories of which there is at least one
 */
public record RequiredData(String kind, About about, List<String> oneOf) {

    public RequiredData {
        oneOf = List.copyOf(oneOf);
    }

    /** About whom the data is. */
    public enum About {
        /** The person whom the message is about in the first place. */
        PRINCIPAL("hoofdpersoon"),
        /** Every minor without whom there is no message. */
        EVERY_CHILD("ieder-kind"),
        /** Everybody with authority over such a minor, of whom it is also recorded whether he was informed. */
        EVERY_CUSTODIAN("ieder-met-gezag");

        private final String word;

        About(String word) {
            this.word = word;
        }

        /** The word in the table. */
        public String word() {
            return word;
        }
    }
}
