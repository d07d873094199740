package nl.sluis.witness;

import nl.sluis.directory.Partner;

/** How a witness is reached. */
interface Asking {

    /** Asks once, in a bounded time; never throws for what the other side or the network does. */
    Answer ask(Partner witness, Ask ask);

    /** What came back, which nobody has believed yet. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    sealed interface Answer {

        /** It says that this is its word. */
        record Word(byte[] cms) implements Answer {}

        /** It says that it saw this checkpoint of ours. */
        record Seen(byte[] cms) implements Answer {}

        /** Nothing that can be used. */
        record None(String code) implements Answer {}
    }
}
