package nl.sluis.submit;

import java.util.List;
import nl.sluis.retention.Perishable;
import nl.sluis.retention.RetentionSettings.Term;
import org.springframework.stereotype.Component;

/** Who sent which report: as long as the traffic data of the messages, which is all that a list of them could show. */
@Component
public final class PersonReportPerishables implements Perishable.Owner {

    @Override
    public List<Perishable> perishables() {
        return List.of(new Perishable(
                "person_report",
                Term.TRAFFIC,
                "p.message::text",
                "person_report p",
                "p.created_at < :before",
                List.of("DELETE FROM person_report WHERE message::text = ANY(:identities)")));
    }
}
