package nl.sluis.chaos;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.sluis.process.NodeApi;
import nl.sluis.process.NodeDatabase;

/** Brings envelopes that came before once more, byte for byte and from the sender's own certificate, as a network may. */
final class Replay {

    private static final int AT_ONCE = 20;

    private final NodeDatabase recipient;
    private final Door door;
    private final AtomicInteger brought = new AtomicInteger();
    private final List<String> faults = new ArrayList<>();

    /**
     * @param recipient its database keeps what the {@link Observer} saw arrive
     * @param door to the recipient's node, with the certificate of the sender's node
     */
    Replay(NodeDatabase recipient, Door door) {
        this.recipient = recipient;
        this.door = door;
    }

    /** How many were brought again. */
    int brought() {
        return brought.get();
    }

    /** Those that were answered otherwise than with the word that was given first. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    void bringAgain() throws IOException, InterruptedException {
        try (Connection connection = recipient.connect();
                PreparedStatement some = connection.prepareStatement(
                        "SELECT i.id::text, i.receipt, c.envelope, i.accepted FROM chaos_arrival c JOIN incoming i"
                                + " USING (sender, id) WHERE c.envelope IS NOT NULL ORDER BY random() LIMIT "
                                + AT_ONCE);
                ResultSet row = some.executeQuery()) {
            while (row.next()) {
                NodeApi.Answer answer = door.ask(
                        "POST",
                        "/v1/exchange",
                        Map.of(
                                "Content-Type",
                                "application/cms",
                                "Sluis-Message-Id",
                                row.getString(1),
                                "Sluis-Form",
                                row.getBoolean(2) ? "RECEIPT" : "MESSAGE"),
                        row.getBytes(3));
                brought.incrementAndGet();
                if (answer.status() != 202 || !java.util.Arrays.equals(answer.body(), row.getBytes(4))) {
                    faults.add("an envelope that came again was answered with " + answer.status()
                            + " and not with the first word");
                }
            }
        } catch (SQLException e) {
            throw new IOException("the recipient's database", e);
        }
    }
}
