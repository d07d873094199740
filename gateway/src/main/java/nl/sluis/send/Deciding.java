package nl.sluis.send;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.audit.AuditLog;
import nl.sluis.canonical.Message;
import nl.sluis.decisions.DecisionLog;
import nl.sluis.inforce.Shadow;
import nl.sluis.outbox.MessageState;
import nl.sluis.policy.Decided;
import nl.sluis.policy.Permit;
import nl.sluis.policy.PolicyDecisionPoint;
import nl.sluis.policy.SharingContext;
import nl.sluis.seal.Sealer;
import org.springframework.stereotype.Component;

/** Step 3 of the path: decides, and keeps what the decision rested on, in the caller's transaction. */
@Component
final class Deciding {

    private final PolicyDecisionPoint decisionPoint;
    private final DecisionLog log;
    private final Shadow shadow;
    private final AuditLog audit;

    Deciding(PolicyDecisionPoint decisionPoint, DecisionLog log, Shadow shadow, AuditLog audit) {
        this.decisionPoint = decisionPoint;
        this.log = log;
        this.shadow = shadow;
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
    Again again(Message message, SharingContext context, MessageState state) {
        Decided decided = decisionPoint.decideOnRecord(message, context, Sealer.FORM);
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
}
