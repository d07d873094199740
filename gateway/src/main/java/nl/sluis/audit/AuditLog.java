package nl.sluis.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The audit log of this node. An entry that cannot be written stops the step that it is about. */
public interface AuditLog {

    /**
     * Appends an entry in the caller's transaction.
     *
     * @param event stable identifier, upper case with underscores
     * @param messageId the message that it is about; null when it is about none
     * @param detail identifiers and codes; never a name, a number of a person or a text
     */
    void append(String event, @Nullable String messageId, Map<String, String> detail);
}
