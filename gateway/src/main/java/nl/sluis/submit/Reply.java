package nl.sluis.submit;

import java.util.List;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Violation;

/** What an own system is told of a document that did not come over HTTP; the edge says it in the partner's own language. */
public sealed interface Reply {

    /**
     * Everything in it was decided about, and that is kept; also earlier, when it came before.
     *
     * @param answer the answer of the API: JSON, or the document with a word about each of its messages
     * @param denied why its one message may not go; empty when it goes or waits, and for a document with several
     */
    record Decided(Payload answer, List<Violation> denied) implements Reply {

        /** Reads and copies. */
        public Decided {
            denied = List.copyOf(denied);
        }
    }

    /**
     * Some of its messages were not taken, as the answer says of each; the others were decided about.
     *
     * @param answer the document with a word about each of its messages
     */
    record Partly(Payload answer) implements Reply {}

    /**
     * Nothing of it was taken, and nothing kept.
     *
     * @param faults each with its place, never a value
     * @param answer the same in the format of a document with several messages, or as a problem document
     */
    record Refused(List<Violation> faults, Payload answer) implements Reply {

        /** Reads and copies. */
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
