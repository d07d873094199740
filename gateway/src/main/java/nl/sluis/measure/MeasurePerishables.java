package nl.sluis.measure;

import java.util.List;
import nl.sluis.retention.DestroyedFacts;
import nl.sluis.retention.Perishable;
import nl.sluis.retention.RetentionSettings.Term;
import org.springframework.stereotype.Component;

/** Measures that ended, kept as long as the file that decisions on them are part of; one without an end stays. */
@Component
public final class MeasurePerishables implements Perishable.Owner {

    private static final String GONE = "(CAST(:identities AS uuid[]))";

    @Override
    public List<Perishable> perishables() {
        return List.of(new Perishable(
                "measure",
                Term.CONSENTS,
                "m.id::text",
                "measure m",
                "COALESCE((SELECT e.last_day FROM measure_ending e WHERE e.measure_id = m.id ORDER BY e.seq DESC LIMIT 1),"
                        + " m.valid_until) < CAST(:before AS date) AND m.recorded_at < :before",
                List.of(
                        DestroyedFacts.REMEMBER,
                        "DELETE FROM measure_ending WHERE measure_id = ANY " + GONE,
                        "DELETE FROM measure WHERE id = ANY " + GONE)));
    }
}
