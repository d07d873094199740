package nl.sluis.adapter;

import java.util.List;

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

    /**
     * One message.
     *
     * @param original the part of the document that it comes from, as a document of the same format by itself
     * @param translation what became of it; its paths are those of the whole document
     */
    public record Entry(Payload original, Translation translation) {}
}
