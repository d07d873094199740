package nl.sluis.adapter;

import java.util.List;
import java.util.Optional;
import nl.sluis.canonical.Message;

/**
 * One partner format, in both directions where it has both. A function: same bytes, same answer; no clock, no network, no log.
 */
public interface PartnerAdapter {

    /** Short stable name, such as {@code school-concern}. */
    String name();

    /** Whether this adapter reads payloads of the given media type (with parameters). */
    boolean reads(String mediaType);

    /** Reads any byte string; a fault is a {@link Translation.Untranslatable}, never an exception. */
    Translation read(Payload payload);

    /**
     * What the format cannot do without and a message lacks, each with its place in the message and never a value; empty when it
     * can be written, or is of a kind that this adapter does not write.
     */
    default List<Violation> missing(Message message) {
        return List.of();
    }

    /** Writes a message for the local system of its recipient; empty when this adapter does not write it. */
    Optional<Payload> write(Message message);
}
