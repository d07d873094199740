package nl.sluis.outbox;

import java.util.List;
import nl.sluis.retention.Perishable;
import nl.sluis.retention.RetentionSettings.Term;
import org.springframework.stereotype.Component;

/** What this node keeps of what it sent, and how it is destroyed. */
@Component
public final class OutgoingPerishables implements Perishable.Owner {

    private static final String IDENTITY = "o.id || ' ' || o.sender";
    private static final String GONE =
            " unnest(:identities) AS gone(reference) WHERE %1$s.id = left(gone.reference, 36)::uuid"
                    + " AND %1$s.sender = substr(gone.reference, 38)";

    private static final String FORGET =
            "UPDATE outgoing o SET content = NULL, original = NULL, next_attempt_at = NULL," + " keep_until = NULL FROM"
                    + GONE.formatted("o");

    /** Nothing happened to it since; a message that has no history is as old as itself. */
    private static final String AGE = "o.created_at < :before AND NOT EXISTS (SELECT 1 FROM outgoing_history h"
            + " WHERE h.sender = o.sender AND h.id = o.id AND h.at >= :before)";

    private static final String WITH_PAYLOAD = "(o.content IS NOT NULL OR o.original IS NOT NULL) AND " + AGE;

    /**
     * As long as a consent behind it can be withdrawn, or its recipient is still to be told that one was, it must be known to
     * whom it went (law table R43). The term of the consent is in its own register.
     */
    private static final String NO_ONE_TO_TELL = " AND NOT EXISTS (SELECT 1 FROM outgoing_consent oc"
            + " LEFT JOIN consent c ON c.id::text = oc.consent"
            + " LEFT JOIN outgoing n ON n.sender = oc.sender AND n.id = oc.notice"
            + " WHERE oc.sender = o.sender AND oc.id = o.id AND o.state IN ('SENT', 'DELIVERED') AND"
            + " CASE WHEN oc.withdrawn_at IS NULL"
            + " THEN c.id IS NOT NULL AND COALESCE(c.valid_until >= CAST(:before AS date), true)"
            + " ELSE oc.notice IS NULL OR n.state = 'QUEUED' END)";

    @Override
    public List<Perishable> perishables() {
        return List.of(payload(), unsettled(), waiting(), traffic(), acceptances());
    }

    private static Perishable payload() {
        return new Perishable(
                "outgoing.payload",
                Term.PAYLOAD,
                IDENTITY,
                "outgoing o",
                "o.state IN ('DELIVERED', 'DENY') AND " + WITH_PAYLOAD,
                List.of(FORGET));
    }

    private static Perishable unsettled() {
        return new Perishable(
                "outgoing.unsettled",
                Term.WAITING,
                IDENTITY,
                "outgoing o",
                "o.state NOT IN ('QUEUED', 'HOLD', 'REVIEW', 'DELIVERED', 'DENY') AND " + WITH_PAYLOAD,
                List.of(FORGET));
    }

    // What waits longer than anybody could want is given up, where its sender sees it
    private static Perishable waiting() {
        return new Perishable(
                "outgoing.waiting",
                Term.WAITING,
                IDENTITY,
                "outgoing o",
                "o.state IN ('HOLD', 'REVIEW') AND " + WITH_PAYLOAD,
                List.of(
                        "UPDATE outgoing o SET state = 'FAILED', content = NULL, original = NULL, next_attempt_at = NULL,"
                                + " expires_at = NULL, queued_at = NULL, ended_at = :now FROM" + GONE.formatted("o"),
                        "INSERT INTO outgoing_history (sender, id, at, state, detail) SELECT o.sender, o.id, :now,"
                                + " 'FAILED', 'KEPT_TOO_LONG' FROM outgoing o," + GONE.formatted("o")));
    }

    private static Perishable traffic() {
        return new Perishable(
                "outgoing.traffic",
                Term.TRAFFIC,
                IDENTITY,
                "outgoing o",
                "o.state NOT IN ('QUEUED', 'HOLD', 'REVIEW') AND " + AGE + NO_ONE_TO_TELL,
                List.of(
                        "INSERT INTO kept_acceptance (sender, id, recipient, kind, state, accepted, created_at) SELECT"
                                + " o.sender, o.id, o.recipient, o.kind, o.state, o.accepted, o.created_at FROM"
                                + " outgoing o," + GONE.formatted("o") + " AND o.accepted IS NOT NULL AND"
                                + " o.form <> 'RECEIPT' ON CONFLICT DO NOTHING",
                        "DELETE FROM outgoing_history h USING" + GONE.formatted("h"),
                        "DELETE FROM outgoing_person p USING" + GONE.formatted("p"),
                        "DELETE FROM outgoing_consent c USING" + GONE.formatted("c"),
                        "DELETE FROM outgoing_attempt a USING" + GONE.formatted("a"),
                        "DELETE FROM outgoing o USING" + GONE.formatted("o")));
    }

    private static Perishable acceptances() {
        return new Perishable(
                "outgoing.acceptance",
                Term.RECEIPTS,
                "k.id || ' ' || k.sender",
                "kept_acceptance k",
                "k.created_at < :before",
                List.of("DELETE FROM kept_acceptance k USING" + GONE.formatted("k")));
    }
}
