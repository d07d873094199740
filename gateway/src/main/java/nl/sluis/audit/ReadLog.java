package nl.sluis.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down that somebody reads what is kept about people, before they get it. */
@FunctionalInterface
public interface ReadLog {

    /**
     * Adds an entry, in the transaction that is running or in one of its own. When this fails, nothing may be given.
     *
     * @param event what was read, such as {@code feed.read}
     * @param messageId the message that was read; null when it was no single one
     * @param detail identities and counts: what was read, never what it says
     */
    void reads(String event, @Nullable String messageId, Map<String, String> detail);
}
