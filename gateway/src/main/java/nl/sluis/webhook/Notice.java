package nl.sluis.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * What one own system is to be told.
 *
 * @param id of the event, the same for all who are told and at every attempt
 * @param item of the feed to which it happened
 * @param at when it happened
 * @param attempts how many failed
 */
public record Notice(UUID id, String subscription, NoticeType type, UUID item, Instant at, int attempts) {

    /** How the channel refers to it. */
    String reference() {
        return reference(id, subscription);
    }

    static String reference(UUID id, String subscription) {
        return id + " " + subscription;
    }
}
