package nl.sluis.feed;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import nl.sluis.audit.AuditLog;
import nl.sluis.household.Households;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases what this node received about a household: its items with their attachments, the grounds to answer on, its members and the key
 * that all of it was encrypted with. What the organisation recorded itself (persons, consents, meldcode cases) and the audit stay.
 */
@Component
public class Erasure {

    private static final String OF_ITEM = " USING feed_item f WHERE f.household_id = ? AND f.sender = g.sender AND ";

    private final JdbcClient jdbc;
    private final Households households;
    private final AuditLog audit;

    Erasure(JdbcClient jdbc, Households households, AuditLog audit) {
        this.jdbc = jdbc;
        this.households = households;
        this.audit = audit;
    }

    /** Why something is erased. */
    enum Reason {
        /** Somebody whom it is about asked for it: Jeugdwet art. 7.3.9, BW art. 7:455, GDPR art. 17(1). */
        SUBJECT_REQUEST,
        /** The term of keeping has passed: Jeugdwet art. 7.3.8, Wmo 2015 art. 5.3.4. */
        TERM_ENDED,
        /** It should never have been here: GDPR art. 17(1)(d). */
        UNLAWFUL
    }

    /** @param members of the household, and its @param items in the feed */
    record Erased(int items, int attachments, int members) {}

    /** Erases with its proof in the audit; both are there afterwards, or neither. Empty when there is no such household. */
    @Transactional
    Optional<Erased> erase(UUID household, Reason reason) {
        int[] gone = new int[2];
        OptionalInt members = households.erase(household, () -> {
            gone[0] = delete(
                    "DELETE FROM attachment a USING attachment_incoming g, feed_item f WHERE g.attachment = a.id"
                            + " AND f.household_id = ? AND f.sender = g.sender AND f.message_id = g.message",
                    household);
            delete("DELETE FROM received_ground g" + OF_ITEM + "f.message_id = g.id", household);
            gone[1] = delete("DELETE FROM feed_item WHERE household_id = ?", household);
        });
        if (members.isEmpty()) {
            return Optional.empty();
        }
        Erased erased = new Erased(gone[1], gone[0], members.getAsInt());
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
