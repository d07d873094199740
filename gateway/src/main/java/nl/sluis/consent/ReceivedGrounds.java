package nl.sluis.consent;

import java.util.Optional;
import nl.sluis.adapter.MessageJson;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
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

    /** Keeps the ground of a message, in the transaction of its delivery; the first one counts. */
    public void keep(OrganisationId sender, MessageId id, Ground ground) {
        jdbc.sql("INSERT INTO received_ground (sender, id, ground) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(
                        sender.value(),
                        id.value(),
                        atRest.encrypt(label(sender, id), MessageJson.mapper().writeValueAsBytes(ground)))
                .update();
    }

    /** The ground of a message that was received from this sender. */
    public Optional<Ground> find(OrganisationId sender, MessageId id) {
        return jdbc.sql("SELECT ground FROM received_ground WHERE sender = ? AND id = ?")
                .params(sender.value(), id.value())
                .query((row, i) -> atRest.decrypt(label(sender, id), row.getBytes(1)))
                .optional()
                .map(json -> MessageJson.mapper().readValue(json, Ground.class));
    }

    private static String label(OrganisationId sender, MessageId id) {
        return "ground/" + sender + "/" + id;
    }
}
