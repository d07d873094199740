package nl.sluis.receive;

import java.util.List;
import nl.sluis.retention.Perishable;
import nl.sluis.retention.RetentionSettings.Term;
import org.springframework.stereotype.Component;

/**
 * What this node keeps of what it received. An envelope goes when it was opened; the row is the memory for duplicates, and
 * {@link nl.sluis.retention.ReplayWindow} refuses what may be older than that memory.
 */
@Component
public final class IncomingPerishables implements Perishable.Owner {

    private static final String IDENTITY = "i.id || ' ' || i.sender";
    private static final String GONE = " unnest(:identities) AS gone(reference) WHERE i.id ="
            + " left(gone.reference, 36)::uuid AND i.sender = substr(gone.reference, 38)";

    @Override
    public List<Perishable> perishables() {
        return List.of(
                // Nobody could open it in all that time: its sender is not in the directory any more
                new Perishable(
                        "incoming.unopened",
                        Term.WAITING,
                        IDENTITY,
                        "incoming i",
                        "i.envelope IS NOT NULL AND i.received_at < :before",
                        List.of("UPDATE incoming i SET envelope = NULL, state = 'EXPIRED' FROM" + GONE)),
                new Perishable(
                        "incoming.traffic",
                        Term.TRAFFIC,
                        IDENTITY,
                        "incoming i",
                        "i.envelope IS NULL AND i.received_at < :before",
                        List.of("DELETE FROM incoming i USING" + GONE)));
    }
}
