package nl.sluis.feed;

import java.time.Instant;
import java.util.UUID;
import nl.sluis.canonical.Message;

/** What follows from an item that came in, in the transaction of its delivery. */
@FunctionalInterface
public interface Arrived {

    /**
     * An item came in, once. Does the same work whether or not its family was known: the sender could measure it until its receipt.
     *
     * @param at when
     */
    void arrived(UUID item, UUID household, Message message, Instant at);
}
