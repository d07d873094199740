package nl.sluis.consent;

import java.util.List;
import nl.sluis.retention.DestroyedFacts;
import nl.sluis.retention.Perishable;
import nl.sluis.retention.RetentionSettings.Term;
import org.springframework.stereotype.Component;

/** Consents and refusals that ended, by withdrawal or by their last day, as long ago as a file is kept; one without an end stays.
 * Copies of what others keep go by the same term: decisions rested on them. */
@Component
public final class ConsentPerishables implements Perishable.Owner {

    private static final String GONE = " = ANY(CAST(:identities AS uuid[]))";

    @Override
    public List<Perishable> perishables() {
        return List.of(
                new Perishable(
                        "consent",
                        Term.CONSENTS,
                        "c.id::text",
                        "consent c",
                        "(c.valid_until < CAST(:before AS date) OR EXISTS (SELECT 1 FROM consent_withdrawal w"
                                + " WHERE w.consent_id = c.id AND w.recorded_at < :before)) AND c.recorded_at < :before",
                        List.of(
                                DestroyedFacts.REMEMBER,
                                "DELETE FROM consent_withdrawal WHERE consent_id" + GONE,
                                "DELETE FROM consent_subject WHERE consent_id" + GONE,
                                "DELETE FROM consent_given WHERE consent_id" + GONE,
                                "DELETE FROM consent WHERE id" + GONE)),
                new Perishable(
                        "consent.copy",
                        Term.CONSENTS,
                        "c.id::text",
                        "consent_copy c",
                        "(c.valid_until < CAST(:before AS date) OR c.withdrawn_at < :before) AND c.received_at < :before",
                        List.of(
                                "DELETE FROM consent_copy_person WHERE copy" + GONE,
                                "DELETE FROM consent_copy WHERE id" + GONE)),
                new Perishable(
                        "consent.document",
                        Term.CONSENTS,
                        "d.hash",
                        "consent_document d",
                        "d.recorded_at < :before AND NOT EXISTS (SELECT 1 FROM consent c WHERE c.document = d.hash)",
                        List.of("DELETE FROM consent_document WHERE hash = ANY(:identities)")));
    }
}
