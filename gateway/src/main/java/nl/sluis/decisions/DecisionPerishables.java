package nl.sluis.decisions;

import java.util.List;
import nl.sluis.retention.Perishable;
import org.springframework.stereotype.Component;

/** What is kept of decisions, and how it is destroyed: first which message one was about, later its facts codes. */
@Component
public final class DecisionPerishables implements Perishable.Owner {

    private static final String GONE = "(CAST(:identities AS uuid[]))";
    /** The day of a decision has no hour: it ends where the moment's day begins. */
    private static final String DAY = "CAST(CAST(:before AS timestamptz) AT TIME ZONE 'UTC' AS date)";

    private final DecisionSettings settings;

    /** With the terms of a node. */
    public DecisionPerishables(DecisionSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Perishable> perishables() {
        Perishable.OwnTerm facts = new Perishable.OwnTerm("sluis.decisions.keep-facts", settings.keepFacts());
        return List.of(
                new Perishable(
                        "decision.link",
                        new Perishable.OwnTerm("sluis.decisions.keep-links", settings.keepLinks()),
                        "l.decision::text",
                        "decision_link l",
                        "l.at < :before",
                        List.of("DELETE FROM decision_link WHERE decision = ANY " + GONE)),
                new Perishable(
                        "decision.facts",
                        facts,
                        "f.id::text",
                        "decision_facts f",
                        "f.day < " + DAY + " AND NOT EXISTS (SELECT 1 FROM decision_link l WHERE l.facts = f.id)",
                        List.of("DELETE FROM decision_facts WHERE id = ANY " + GONE)),
                new Perishable(
                        "decision.shadow",
                        facts,
                        "s.id::text",
                        "shadow_difference s",
                        "s.day < " + DAY,
                        List.of("DELETE FROM shadow_difference WHERE id = ANY " + GONE)));
    }
}
