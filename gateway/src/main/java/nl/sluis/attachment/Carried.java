package nl.sluis.attachment;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Of which messages chunks may have come to the recipient. Noted before the first one goes, in a transaction of its own, since an
 * attempt that is cut off may have brought it all the same.
 */
@Component
public final class Carried {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate own;

    /** Works on the database of this node. */
    public Carried(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A chunk of it goes now. */
    void begins(OrganisationId sender, MessageId message, UUID attachment) {
        own.executeWithoutResult(status -> jdbc.sql("UPDATE attachment_outgoing SET carried_at = ? WHERE sender = ?"
                        + " AND message = ? AND attachment = ? AND carried_at IS NULL")
                .params(Timestamp.from(clock.instant()), sender.value(), message.value(), attachment)
                .update());
    }

    /** Whether chunks of it may have come and do not count as taken back. */
    public boolean mayHaveCome(OrganisationId sender, MessageId message) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM attachment_outgoing WHERE sender = ? AND message = ?"
                        + " AND carried_at IS NOT NULL)")
                .params(sender.value(), message.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether chunks of it may have come; from now on they count as taken back. Runs in the caller's transaction. */
    public boolean takeBack(OrganisationId sender, MessageId message) {
        return jdbc.sql("UPDATE attachment_outgoing SET carried_at = NULL WHERE sender = ? AND message = ?"
                                + " AND carried_at IS NOT NULL")
                        .params(sender.value(), message.value())
                        .update()
                > 0;
    }
}
