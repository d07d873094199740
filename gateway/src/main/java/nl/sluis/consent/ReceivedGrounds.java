package nl.sluis.consent;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.adapter.MessageJson;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.ThreadId;
import nl.sluis.canonical.WithdrawalNotice;
import nl.sluis.node.NodeSettings;
import nl.sluis.policy.Ground;
import nl.sluis.seal.AtRest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The grounds that came with messages: what this organisation answers on. Encrypted at rest. */
@Component
public final class ReceivedGrounds {

    private final JdbcClient jdbc;
    private final AtRest atRest;
    private final NodeSettings self;

    ReceivedGrounds(JdbcClient jdbc, AtRest atRest, NodeSettings self) {
        this.jdbc = jdbc;
        this.atRest = atRest;
        this.self = self;
    }

    /** A ground and the thread that it belongs to. */
    public record Received(ThreadId thread, Ground ground) {}

    /** Holds off whoever deals with the same message until this transaction ends: a notice and its message may come at once. */
    public void lock(OrganisationId sender, MessageId id) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext(?))::text")
                .param("sluis/" + label(sender, id))
                .query(String.class)
                .list();
    }

    /** Keeps the ground of a message, in the transaction of its delivery; the first one counts. */
    public void keep(OrganisationId sender, MessageId id, ThreadId thread, Ground ground) {
        jdbc.sql("INSERT INTO received_ground (sender, id, thread, ground) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(
                        sender.value(),
                        id.value(),
                        thread.value(),
                        atRest.encrypt(label(sender, id), MessageJson.mapper().writeValueAsBytes(ground)))
                .update();
    }

    /** Keeps that a consent was withdrawn, also of a message that has not been opened yet; the first notice counts. */
    public void keep(WithdrawalNotice notice) {
        jdbc.sql("INSERT INTO received_withdrawal (sender, id, consent, thread, notice, withdrawn_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(
                        notice.sender().value(),
                        notice.about().value(),
                        notice.consent(),
                        notice.thread().value(),
                        notice.id().value(),
                        Timestamp.from(notice.withdrawnAt()))
                .update();
    }

    /** What has been withdrawn of the ground of a message. */
    public List<WithdrawalNotice> noticesOf(OrganisationId sender, MessageId about) {
        return jdbc.sql("SELECT notice, thread, consent, withdrawn_at FROM received_withdrawal"
                        + " WHERE sender = ? AND id = ? ORDER BY consent")
                .params(sender.value(), about.value())
                .query((row, i) -> new WithdrawalNotice(
                        new MessageId(row.getObject(1, UUID.class)),
                        about,
                        new ThreadId(row.getObject(2, UUID.class)),
                        sender,
                        self.id(),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    /** The ground of a message that was received from this sender, less what has been withdrawn of it. */
    public Optional<Received> find(OrganisationId sender, MessageId id) {
        return stored(sender, id).map(received -> {
            Map<String, Instant> ended = noticesOf(sender, id).stream()
                    .collect(Collectors.toMap(WithdrawalNotice::consent, WithdrawalNotice::withdrawnAt));
            Ground ground = received.ground();
            List<ConsentRecord> consents = ground.consents().stream()
                    .map(consent -> consent.withdrawn(ended.get(consent.id())))
                    .toList();
            return new Received(received.thread(), new Ground(ground.basis(), consents, ground.persons()));
        });
    }

    private Optional<Received> stored(OrganisationId sender, MessageId id) {
        return jdbc.sql("SELECT thread, ground FROM received_ground WHERE sender = ? AND id = ?")
                .params(sender.value(), id.value())
                .query((row, i) -> {
                    byte[] json = atRest.decrypt(label(sender, id), row.getBytes(2));
                    return new Received(
                            new ThreadId(row.getObject(1, UUID.class)),
                            MessageJson.mapper().readValue(json, Ground.class));
                })
                .optional();
    }

    private static String label(OrganisationId sender, MessageId id) {
        return "ground/" + sender + "/" + id;
    }
}
