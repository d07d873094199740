package nl.sluis.webhook;

import java.util.List;
import nl.sluis.retention.Perishable;
import nl.sluis.retention.RetentionSettings.Term;
import org.springframework.stereotype.Component;

/** Notices that were given up: what an operator could see of them is traffic data. */
@Component
public final class WebhookPerishables implements Perishable.Owner {

    @Override
    public List<Perishable> perishables() {
        return List.of(new Perishable(
                "webhook.notice",
                Term.TRAFFIC,
                "n.id || ' ' || n.subscription",
                "webhook_notice n",
                "n.failed_at < :before",
                List.of("DELETE FROM webhook_notice WHERE id || ' ' || subscription = ANY(:identities)")));
    }
}
