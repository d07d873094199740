package nl.sluis.outbox;

/** What an attempt at the recipient's node gave. */
sealed interface Answer {

    /**
     * The node stored it and signed for it.
     *
     * @param envelopeHash of what it signed for, hexadecimal
     */
    @SuppressWarnings("ArrayRecordComponent") // written to a row and dropped
    record Accepted(byte[] word, String envelopeHash) implements Answer {}

    /** The node took a part of what must be there before it, and will take more. */
    record Partly() implements Answer {}

    /** The node will never take it, by its signed word; or what belongs to it is not here any more. */
    record Refused(String code) implements Answer {}

    /** It may work later. */
    record Unreachable(String code) implements Answer {}
}
