package nl.sluis.custody;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.sluis.retention.BoundFacts;

/** A register whose rows can be held against what the audit says was recorded. What the audit says is proved elsewhere. */
public interface AuditedRegister extends BoundFacts {

    /** A stable code, such as {@code consent}; also that of the class of data that retention destroys. */
    @Override
    String data();

    /** The table with what is recorded; its column {@code id} is the identity. */
    String table();

    /** The events by which something is recorded here. */
    Set<String> events();

    /** Of the detail of these events, the field with the identity. */
    String field();

    /**
     * Identities of what the audit says was recorded and is not there, or not all of it.
     *
     * @param told by identity, how often each event was
     */
    Set<String> missing(Map<String, Map<String, Long>> told);

    /**
     * Reads one, with everything that belongs to it.
     *
     * @throws IllegalStateException when it is not as this node wrote it
     */
    void read(UUID identity);

    @Override
    default boolean bound(String identity) {
        try {
            read(UUID.fromString(identity));
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
