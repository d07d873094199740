package nl.sluis.audit;

import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log of what this node decided and did. Never holds personal data: identities of messages, organisations and rules only. */
public interface AuditLog {

    /**
     * Adds an entry in the transaction that is running, so that the act and its evidence stand or fall together.
     *
     * @param event what happened, such as {@code message.decided}
     * @param messageId the message or record it is about; null when none
     * @param detail codes and identities; no names, no values
     * @throws IllegalStateException when no transaction is running
     */
    void append(String event, @Nullable String messageId, Map<String, String> detail);

    /** The log of a node's database, for a command that acts on it while no node runs, or beside one. */
    static AuditLog of(JdbcClient jdbc, Clock clock) {
        return new ChainedAuditLog(jdbc, clock);
    }
}
