package nl.sluis.decisions;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.policy.DecisionFacts;
import org.springframework.stereotype.Component;

/** Keeps what decisions rested on, in the caller's transaction: with the audit entry that names the decision. */
@Component
public final class DecisionLog {

    private final DecisionStore store;
    private final Clock clock;

    DecisionLog(DecisionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Keeps the first decision about a message; gives the name of the decision. */
    public UUID first(OrganisationId sender, MessageId message, DecisionFacts facts) {
        UUID decision = UUID.randomUUID();
        store.insert(decision, sender, message, clock.instant(), facts);
        return decision;
    }

    /** Keeps a later decision; empty when it says the same as the last one, but for the day. */
    public Optional<UUID> again(OrganisationId sender, MessageId message, DecisionFacts facts) {
        boolean same = store.last(sender, message)
                .filter(last -> last.policy().equals(facts.policy())
                        && last.outcome() == facts.outcome()
                        && last.items().equals(facts.items()))
                .isPresent();
        return same ? Optional.empty() : Optional.of(first(sender, message, facts));
    }
}
