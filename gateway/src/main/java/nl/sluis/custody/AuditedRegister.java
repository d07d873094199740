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

    /** Those of these of which anything is there. */
    Set<String> there(Set<String> identities);

    /** Whether one, with everything that belongs to it, is as this node wrote it. */
    boolean bound(UUID identity);
}
