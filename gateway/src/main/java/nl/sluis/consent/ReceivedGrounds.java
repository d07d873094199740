package nl.sluis.consent;

import java.util.Optional;
import java.util.UUID;
import nl.sluis.adapter.MessageJson;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.ThreadId;
import nl.sluis.policy.Ground;
import nl.sluis.seal.AtRest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The grounds that came with messages: what this organisation answers on. Encrypted at rest. */
@Component
public final class ReceivedGrounds {

    private final JdbcClient jdbc;
    private final AtRest atRest;

    ReceivedGrounds(JdbcClient jdbc, AtRest atRest) {
        this.jdbc = jdbc;
        this.atRest = atRest;
    }

    /** A ground and the thread that it belongs to. */
    public record Received(ThreadId thread, Ground ground) {}

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

    /** The ground of a message that was received from this sender. */
    public Optional<Received> find(OrganisationId sender, MessageId id) {
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
