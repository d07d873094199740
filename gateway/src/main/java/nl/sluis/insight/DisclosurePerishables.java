package nl.sluis.insight;

import java.util.List;
import nl.sluis.retention.Perishable;
import nl.sluis.retention.RetentionSettings.Term;
import org.springframework.stereotype.Component;

/** What is kept of disclosures for the people they are about, as long as the proof that they arrived. */
@Component
public final class DisclosurePerishables implements Perishable.Owner {

    private static final String IDENTITY = "d.message || ' ' || d.person_id || ' ' || d.sender";

    private static final List<String> DESTROY = List.of("DELETE FROM disclosure d USING unnest(:identities) AS gone(id)"
            + " WHERE d.message || ' ' || d.person_id || ' ' || d.sender = gone.id");

    @Override
    public List<Perishable> perishables() {
        return List.of(
                new Perishable("disclosure", Term.RECEIPTS, IDENTITY, "disclosure d", "d.at < :before", DESTROY),
                // What never arrived was not shared: nothing of it is for anybody to see
                new Perishable(
                        "disclosure.stopped",
                        Term.WAITING,
                        IDENTITY,
                        "disclosure d",
                        "d.at < :before AND NOT " + Disclosures.ARRIVED
                                + " AND NOT EXISTS (SELECT 1 FROM outgoing o WHERE o.sender = d.sender AND o.id = d.message"
                                + " AND o.state IN ('QUEUED', 'HOLD', 'REVIEW'))",
                        DESTROY));
    }
}
