package nl.sluis.policy;

import java.util.List;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.LegalBasis;

/**
 * The ground on which a message was given, as it travels with it: the recipient answers on the same ground and can show it. Holds
 * only the consents that cover this exchange, with everyone under the references of the message.
 *
 * @param consents narrowed to this sender and this recipient
 * @param persons ages and custody, so that the recipient applies the same law
 */
public record Ground(LegalBasis basis, List<ConsentRecord> consents, List<PersonFacts> persons) {

    public Ground {
        consents = List.copyOf(consents);
        persons = List.copyOf(persons);
    }

    /** Never who it is about. */
    @Override
    public String toString() {
        return "Ground[" + basis + "]";
    }
}
