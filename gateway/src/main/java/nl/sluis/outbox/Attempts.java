package nl.sluis.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.seal.Envelope;
import nl.sluis.seal.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was offered to partners, by hash: what they sign for is compared with it. Written before it is offered, in a transaction of
 * its own, since an attempt that is cut off may have come there all the same.
 */
@Component
final class Attempts {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate own;

    Attempts(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void note(Envelope envelope, String contentHash) {
        own.executeWithoutResult(status -> jdbc.sql("INSERT INTO outgoing_attempt (sender, id, envelope_hash,"
                        + " content_hash, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(
                        envelope.sender().value(),
                        envelope.id().value(),
                        Sha256.of(envelope.cms()),
                        HexFormat.of().parseHex(contentHash),
                        Timestamp.from(clock.instant()))
                .update());
    }

    /** Nothing of it came there: it was not offered after all. In the caller's transaction. */
    void forget(Envelope envelope) {
        jdbc.sql("DELETE FROM outgoing_attempt WHERE sender = ? AND id = ? AND envelope_hash = ?")
                .params(envelope.sender().value(), envelope.id().value(), Sha256.of(envelope.cms()))
                .update();
    }

    /** Whether an envelope of that hash was offered, now or in an attempt before. */
    boolean offered(OrganisationId sender, MessageId id, String envelopeHash) {
        byte[] hash = hash(envelopeHash);
        return hash != null
                && jdbc.sql("SELECT EXISTS (SELECT 1 FROM outgoing_attempt WHERE sender = ? AND id = ?"
                                + " AND envelope_hash = ?)")
                        .params(sender.value(), id.value(), hash)
                        .query(Boolean.class)
                        .single();
    }

    /**
     * Whether a receipt is about something else than was offered.
     *
     * @param contentHash as the receipt has it; null when it has none
     * @return false also when nothing is known of what was offered, as of what a version before this one sent
     */
    boolean contradict(OrganisationId sender, MessageId id, @Nullable String contentHash) {
        byte[] hash = contentHash == null ? null : hash(contentHash);
        return jdbc.sql("SELECT count(*) > 0 AND count(*) FILTER (WHERE content_hash = ?) = 0 FROM outgoing_attempt"
                        + " WHERE sender = ? AND id = ?")
                .params(hash == null ? new byte[0] : hash, sender.value(), id.value())
                .query(Boolean.class)
                .single();
    }

    // Another organisation wrote it
    private static byte @Nullable [] hash(String hexadecimal) {
        try {
            return HexFormat.of().parseHex(hexadecimal);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
