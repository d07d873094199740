package nl.sluis.receive;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of received envelopes. The envelope goes once it was delivered or rejected; its hash and our signed word stay. */
@Component
final class IncomingStore {

    private final JdbcClient jdbc;
    private final UnopenedQuota quota;
    private final Counter duplicates;

    IncomingStore(JdbcClient jdbc, UnopenedQuota quota, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.quota = quota;
        this.duplicates = Counter.builder("sluis.inbox.duplicates")
                .description("Envelopes that came again and had no effect, since the start of this process")
                .register(meters);
    }

    /** Our word for an envelope that came before. */
    Optional<byte[]> known(OrganisationId sender, MessageId id) {
        Optional<byte[]> word = jdbc.sql(
                        "UPDATE incoming SET duplicates = duplicates + 1 WHERE sender = ? AND id = ? RETURNING accepted")
                .params(sender.value(), id.value())
                .query((row, i) -> row.getBytes(1))
                .optional();
        word.ifPresent(again -> duplicates.increment());
        return word;
    }

    /** Whether an envelope of this many bytes may be stored; then it counts to what waits of its sender. */
    boolean hasRoom(OrganisationId sender, int size) {
        return quota.takes(sender, size);
    }

    /** Whether it is new; false when another process stored it at the same time. */
    boolean store(Incoming incoming, byte[] hash, byte[] accepted, Instant at) {
        return jdbc.sql("INSERT INTO incoming (sender, id, receipt, envelope, envelope_hash, accepted, state,"
                                + " received_at) VALUES (?, ?, ?, ?, ?, ?, 'STORED', ?) ON CONFLICT DO NOTHING")
                        .params(
                                incoming.sender().value(),
                                incoming.id().value(),
                                incoming.receipt(),
                                incoming.envelope(),
                                hash,
                                accepted,
                                Timestamp.from(at))
                        .update()
                == 1;
    }

    /**
     * The envelope, locked, when it is still to be opened. Waits for who has it: passed over, an envelope that comes again just
     * now would stay closed until the sweep, since its reference has had its turn.
     */
    Optional<Incoming> lock(Incoming.Reference reference) {
        return jdbc.sql("SELECT receipt, envelope FROM incoming WHERE sender = ? AND id = ? AND state = 'STORED'"
                        + " FOR UPDATE")
                .params(reference.sender().value(), reference.id().value())
                .query((row, i) -> new Incoming(reference.sender(), reference.id(), row.getBoolean(1), row.getBytes(2)))
                .optional();
    }

    void finished(Incoming incoming, String state) {
        jdbc.sql("UPDATE incoming SET state = ?, envelope = NULL WHERE sender = ? AND id = ?")
                .params(state, incoming.sender().value(), incoming.id().value())
                .update();
    }

    /** What should have been opened by now, in no order: what cannot be opened must not stand before the rest for ever. */
    List<String> leftOver(Instant before) {
        return jdbc.sql(
                        "SELECT sender, id FROM incoming WHERE state = 'STORED' AND received_at < ? ORDER BY random() LIMIT 200")
                .params(Timestamp.from(before))
                .query((row, i) -> new Incoming(
                                new OrganisationId(row.getString(1)),
                                new MessageId(row.getObject(2, UUID.class)),
                                false,
                                new byte[0])
                        .reference())
                .list();
    }
}
