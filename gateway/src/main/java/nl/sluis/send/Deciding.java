package nl.sluis.send;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.audit.AuditLog;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.SectionId;
import nl.sluis.decisions.DecisionLog;
import nl.sluis.inforce.Shadow;
import nl.sluis.insight.DisclosureLog;
import nl.sluis.outbox.MessageState;
import nl.sluis.policy.Decided;
import nl.sluis.policy.Permit;
import nl.sluis.policy.PolicyDecisionPoint;
import nl.sluis.policy.SharingContext;
import nl.sluis.policy.Verdict;
import nl.sluis.policy.Withheld;
import nl.sluis.seal.Sealer;
import org.springframework.stereotype.Component;

/** Step 3 of the path: decides, and keeps what the decision rested on, in the caller's transaction. */
@Component
final class Deciding {

    private final PolicyDecisionPoint decisionPoint;
    private final DecisionLog log;
    private final Shadow shadow;
    private final DisclosureLog disclosures;
    private final AuditLog audit;

    Deciding(
            PolicyDecisionPoint decisionPoint,
            DecisionLog log,
            Shadow shadow,
            DisclosureLog disclosures,
            AuditLog audit) {
        this.decisionPoint = decisionPoint;
        this.log = log;
        this.shadow = shadow;
        this.disclosures = disclosures;
        this.audit = audit;
    }

    /**
     * A decision that is kept.
     *
     * @param id by which the audit names it
     */
    record Kept(Decided decided, UUID id) {}

    /** Decides for the first time; the caller's audit entry names the decision. */
    Kept first(Message message, SharingContext context) {
        Decided decided = decisionPoint.decideOnRecord(message, context, Sealer.FORM);
        UUID id = log.first(message.sender(), message.id(), decided.facts());
        shadow.compare(decided.facts());
        return new Kept(decided, id);
    }

    /**
     * A decision that was taken again.
     *
     * @param id by which it is kept; empty when it is as it was
     */
    record Again(Decided decided, Optional<UUID> id) {

        /** What the audit says of it when the message goes. */
        Map<String, String> evidence() {
            String policy = decided.facts().policy();
            return id.map(known -> Map.of("policy", policy, "decision", known.toString()))
                    .orElseGet(() -> Map.of("policy", policy));
        }
    }

    /** Decides again; what is as it was, is not kept again. */
    Again again(Waiting waiting, Facts.Gathered.Complete facts, MessageState state) {
        Message message = waiting.message();
        Decided decided = decisionPoint.decideOnRecord(message, facts.context(), Sealer.FORM);
        if (decided.decision() instanceof Permit permit && state == MessageState.QUEUED) {
            disclosures.goes(message, withheld(permit.verdict()), facts.persons(), waiting.shielded());
        }
        Optional<UUID> id = log.again(message.sender(), message.id(), decided.facts());
        if (id.isPresent()) {
            shadow.compare(decided.facts());
            // What goes now holds no audit entry while its partner answers: message.sent follows
            boolean goes = decided.decision() instanceof Permit && state == MessageState.QUEUED;
            if (!goes) {
                audit.append(
                        "decision.kept",
                        message.id().toString(),
                        Map.of(
                                "decision", id.get().toString(),
                                "outcome", decided.facts().outcome().name(),
                                "policy", decided.facts().policy()));
            }
        }
        return new Again(decided, id);
    }

    // By the sender's own references: what goes has other ones
    private static Set<SectionId> withheld(Verdict verdict) {
        return verdict.withheld().stream().map(Withheld::item).collect(Collectors.toUnmodifiableSet());
    }
}
