package nl.sluis.submit;

import java.util.List;
import nl.sluis.retention.Perishable;
import nl.sluis.retention.RetentionSettings.Term;
import org.springframework.stereotype.Component;

/** First answers by key: as long as the traffic data of the messages that they are about, so that none is submitted twice. */
@Component
public final class IdempotencyPerishables implements Perishable.Owner {

    @Override
    public List<Perishable> perishables() {
        return List.of(new Perishable(
                "idempotency",
                Term.TRAFFIC,
                "k.key",
                "idempotency k",
                "k.created_at < :before",
                List.of("DELETE FROM idempotency WHERE key = ANY(:identities)")));
    }
}
