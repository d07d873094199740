package nl.sluis.custody;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A register whose rows can be held against what the audit says was recorded. What the audit says is proved elsewhere. */
public interface AuditedRegister {

    /** A stable code, such as {@code consent}. */
    String name();

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
     * What is there, in the order of its identities.
     *
     * @param last only what comes after it
     * @param most no more of them
     */
    List<UUID> after(UUID last, int most);

    /**
     * Reads one, with everything that belongs to it.
     *
     * @throws IllegalStateException when it is not as this node wrote it
     */
    void read(UUID identity);
}
