package nl.sluis.meldcode;

import java.util.List;
import nl.sluis.policy.Informing;
import nl.sluis.policy.MeldcodeRecord;

/**
 * A meldcode case as a decision needs it.
 *
 * @param informing about the persons of the question, by its references
 */
public record MeldcodeFacts(MeldcodeRecord meldcode, List<Informing> informing) {

    public MeldcodeFacts {
        informing = List.copyOf(informing);
    }
}
