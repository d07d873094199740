package nl.sluis.feed;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.audit.AuditLog;
import nl.sluis.household.Households;
import nl.sluis.node.ErasureReason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases what this node received about a household: its items with their attachments, the grounds to answer on, its members and the key
 * that all of it was encrypted with. What the organisation recorded itself (persons, consents, meldcode cases) and the audit stay.
 */
@Component
public class Erasure {

    private static final String ATTACHMENTS =
            "DELETE FROM attachment a USING attachment_incoming i, feed_item f WHERE i.attachment = a.id"
                    + " AND f.household_id = ? AND f.sender = i.sender AND f.message_id = i.message";
    private static final String GROUNDS = "DELETE FROM received_ground g USING feed_item f"
            + " WHERE f.household_id = ? AND f.sender = g.sender AND f.message_id = g.id";
    private static final String ITEMS = "DELETE FROM feed_item WHERE household_id = ?";

    private final JdbcClient jdbc;
    private final Households households;
    private final AuditLog audit;

    Erasure(JdbcClient jdbc, Households households, AuditLog audit) {
        this.jdbc = jdbc;
        this.households = households;
        this.audit = audit;
    }

    /**
     * How much there was.
     *
     * @param items of the feed
     * @param attachments that came with them
     * @param members of the household
     */
    record Erased(int items, int attachments, int members) {}

    /** Erases with its proof in the audit; both are there afterwards, or neither. Empty when there is no such household. */
    @Transactional
    Optional<Erased> erase(UUID household, ErasureReason reason) {
        // A message that is being delivered is erased with it, or finds nothing to link to
        if (!households.claim(household)) {
            return Optional.empty();
        }
        int attachments = delete(ATTACHMENTS, household);
        delete(GROUNDS, household);
        int items = delete(ITEMS, household);
        Erased erased = new Erased(items, attachments, households.erase(household));
        audit.append(
                "household.erased",
                null,
                Map.of(
                        "household", household.toString(),
                        "reason", reason.name(),
                        "items", Integer.toString(erased.items()),
                        "attachments", Integer.toString(erased.attachments()),
                        "members", Integer.toString(erased.members())));
        return Optional.of(erased);
    }

    private int delete(String sql, UUID household) {
        return jdbc.sql(sql).param(household).update();
    }
}
