package nl.sluis.outbox;

import java.util.Map;
import java.util.Set;
import nl.sluis.directory.Partner;
import nl.sluis.seal.Envelope;

/** What a fresh look at something that waits gave. */
public sealed interface Prepared {

    /**
     * It may go now, in this envelope.
     *
     * @param answer what the sender may know of the decision, JSON
     * @param consents identities of the consents on which it goes
     * @param evidence by which rules and which decision it goes, for the audit
     */
    @SuppressWarnings("ArrayRecordComponent") // written to a row and dropped
    record Ready(Envelope envelope, Partner partner, byte[] answer, Set<String> consents, Map<String, String> evidence)
            implements Prepared {

        public Ready {
            consents = Set.copyOf(consents);
            evidence = Map.copyOf(evidence);
        }
    }

    /**
     * It does not go now.
     *
     * @param state where it stands after this look
     * @param answer what the sender may know of it, JSON
     * @param detail codes for the history; no personal data
     */
    @SuppressWarnings("ArrayRecordComponent") // written to a row and dropped
    record Parked(MessageState state, byte[] answer, String detail) implements Prepared {}
}
