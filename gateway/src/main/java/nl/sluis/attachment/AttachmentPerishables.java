package nl.sluis.attachment;

import java.util.List;
import nl.sluis.retention.Perishable;
import nl.sluis.retention.RetentionSettings.Term;
import org.springframework.stereotype.Component;

/**
 * What this node keeps of attachments, as sender and as recipient. {@link Upkeep} destroys most of it much sooner; these are the
 * terms that nothing outlives, whatever stands in the way of that.
 */
@Component
public final class AttachmentPerishables implements Perishable.Owner {

    private static final String IDENTITY = "a.id::text";
    private static final String GONE = " unnest(:identities) AS gone(id) WHERE ";
    private static final String OLD = "a.touched_at < :before AND ";
    private static final String DESTROY = "DELETE FROM attachment a USING" + GONE + "a.id = gone.id::uuid";

    private static final String BOUND = "EXISTS (SELECT 1 FROM attachment_outgoing b WHERE b.attachment = a.id)";
    private static final String NEEDED = "EXISTS (SELECT 1 FROM attachment_outgoing b JOIN outgoing m"
            + " ON m.sender = b.sender AND m.id = b.message WHERE b.attachment = a.id AND m.content IS NOT NULL)";
    private static final String BROUGHT = "EXISTS (SELECT 1 FROM attachment_incoming i WHERE i.attachment = a.id)";

    @Override
    public List<Perishable> perishables() {
        return List.of(released(), unused(), undelivered(), withoutItem(), takenBack());
    }

    // The content of every message that named it is destroyed
    private static Perishable released() {
        return new Perishable(
                "attachment.released",
                Term.PAYLOAD,
                IDENTITY,
                "attachment a",
                OLD + BOUND + " AND NOT " + NEEDED,
                List.of("DELETE FROM attachment_outgoing b USING" + GONE + "b.attachment = gone.id::uuid", DESTROY));
    }

    // No message ever named it, or it never became whole
    private static Perishable unused() {
        return new Perishable(
                "attachment.unused",
                Term.WAITING,
                IDENTITY,
                "attachment a",
                OLD + "NOT " + BOUND + " AND NOT " + BROUGHT,
                List.of(DESTROY));
    }

    // Its message never came, or waited in vain for a scanner until its envelope was destroyed
    private static Perishable undelivered() {
        return new Perishable(
                "attachment.undelivered",
                Term.WAITING,
                IDENTITY,
                "attachment a",
                OLD + "EXISTS (SELECT 1 FROM attachment_incoming i WHERE i.attachment = a.id AND NOT i.delivered"
                        + " AND NOT EXISTS (SELECT 1 FROM incoming m WHERE m.sender = i.sender AND m.id = i.message"
                        + " AND m.envelope IS NOT NULL))",
                List.of(DESTROY));
    }

    // The feed is the recipient's own file and has no term here; what its keeper destroys takes its files along
    private static Perishable withoutItem() {
        return new Perishable(
                "attachment.without-item",
                Term.PAYLOAD,
                IDENTITY,
                "attachment a",
                OLD + "EXISTS (SELECT 1 FROM attachment_incoming i WHERE i.attachment = a.id AND i.delivered"
                        + " AND NOT EXISTS (SELECT 1 FROM feed_item f WHERE f.sender = i.sender"
                        + " AND f.message_id = i.message))",
                List.of(DESTROY));
    }

    private static Perishable takenBack() {
        return new Perishable(
                "attachment.taken-back",
                Term.TRAFFIC,
                "c.message || ' ' || c.sender",
                "attachment_cancelled c",
                "c.received_at < :before",
                List.of("DELETE FROM attachment_cancelled c USING unnest(:identities) AS gone(reference) WHERE"
                        + " c.message = left(gone.reference, 36)::uuid AND c.sender = substr(gone.reference, 38)"));
    }
}
