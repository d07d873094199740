package nl.sluis.policy;

import java.time.Instant;
import java.util.List;

/**
 * All that a decision about a message needs beside the message itself.
 *
 * @param at the moment of deciding
 * @param persons what is known of the persons in the message, by the same references
 */
public record SharingContext(
        Instant at, SendingParty sender, ReceivingParty recipient, List<PersonFacts> persons, RecordedFacts facts) {

    public SharingContext {
        persons = List.copyOf(persons);
    }
}
