package nl.sluis.adapter;

import java.util.List;
import java.util.function.Supplier;

/**
 * A document that holds several messages, such as a file with a row for each.
 *
 * @param faults what is wrong with the whole document; then there are no entries
 * @param entries the messages, in the order of the document
 */
public record Batch(List<Violation> faults, List<Entry> entries) {

    public Batch {
        faults = List.copyOf(faults);
        entries = List.copyOf(entries);
    }

    /** A document of which nothing can be read. */
    public static Batch faulty(List<Violation> faults) {
        return new Batch(faults, List.of());
    }

    /** A document with more messages than are read at once; what they say was not looked at. */
    public static Batch moreThan(int most) {
        return faulty(List.of(
                most == 1
                        ? new Violation(
                                "/",
                                "SEVERAL_MESSAGES",
                                "This document holds several messages: it belongs at /v1/batches.")
                        : new Violation("/", "TOO_MANY", "A batch has at most " + most + " messages.")));
    }

    /**
     * One message.
     *
     * @param part makes the part of the document that the message comes from; whoever reads one message has the document already
     * @param translation what became of it; its paths are those of the whole document
     */
    public record Entry(Supplier<Payload> part, Translation translation) {

        /** The part of the document that the message comes from, as a document of the same format by itself. */
        public Payload original() {
            return part.get();
        }
    }
}
