package nl.sluis.chaos;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is known when everything has come to rest, gathered from outside: answers that the own systems were given, what the nodes say
 * of messages, the feeds, and what their databases wrote down.
 *
 * @param submitted everything that was answered with 202
 * @param states of each message, as its sender's node tells it
 * @param feeds what the organisations read, in the order of their feeds
 * @param arrivals when an envelope was stored first, by the clock of the machine; a node's own clock may have jumped
 * @param attempts when the attempt began that brought a message, by the same clock
 * @param withdrawals of each child, when its parent was told that the consent has ended
 * @param audited how often the audits have an event about a message: {@code event message} to count
 * @param unsettled what should not be there at rest, in words
 */
record Evidence(
        List<Submitted> submitted,
        Map<String, String> states,
        List<Item> feeds,
        Map<String, Instant> arrivals,
        Map<String, Instant> attempts,
        Map<String, Instant> withdrawals,
        Map<String, Integer> audited,
        List<String> unsettled) {

    /** What must become of a message. */
    enum Due {
        /** It arrives. */
        ARRIVES,
        /** It arrives, unless its consent was withdrawn before. */
        ARRIVES_OR_STOPS,
        /** It does not. */
        STAYS
    }

    /**
     * A promise that a node gave.
     *
     * @param mark text that only this message has
     * @param child whom it is about
     * @param thread in which it has a place; empty where its order does not matter
     * @param place the how manieth of its thread
     */
    record Submitted(String id, String mark, String child, String thread, int place, Due due) {}

    /**
     * An item of a feed.
     *
     * @param about the message that it answers or is about; empty when there is none
     * @param kind of message
     * @param text everything that it says
     */
    record Item(String messageId, String about, String kind, String text) {}
}
