package nl.sluis.send;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.adapter.MessageJson;
import nl.sluis.audit.AuditLog;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.ThreadId;
import nl.sluis.directory.Partner;
import nl.sluis.outbox.MessageState;
import nl.sluis.outbox.Outbox;
import nl.sluis.outbox.Outgoing;
import nl.sluis.outbox.Preparation;
import nl.sluis.outbox.Prepared;
import nl.sluis.policy.Decision;
import nl.sluis.policy.Ground;
import nl.sluis.policy.Permit;
import nl.sluis.policy.Verdict;
import nl.sluis.seal.Sealer;
import org.springframework.stereotype.Component;

/**
 * The sending half of the path (docs/ARCHITECTURE.md, steps 2 to 6), at submission and again at every attempt. Runs in the
 * caller's transaction: message, decision and audit entry stand or fall together.
 */
@Component
public class SendMessage implements Preparation {

    private final Stamp stamp;
    private final Facts facts;
    private final Deciding deciding;
    private final Sealer sealer;
    private final Outbox outbox;
    private final AuditLog audit;

    SendMessage(Stamp stamp, Facts facts, Deciding deciding, Sealer sealer, Outbox outbox, AuditLog audit) {
        this.stamp = stamp;
        this.facts = facts;
        this.deciding = deciding;
        this.sealer = sealer;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Decides about a submission and keeps it: one that may go goes when this transaction commits. */
    public Submitted submit(Submission submission) {
        Optional<Partner> partner = stamp.recipient(submission);
        if (partner.isEmpty()) {
            return stamp.ended(submission)
                    .<Submitted>map(Submitted.RecipientEnded::new)
                    .orElseGet(Submitted.UnknownRecipient::new);
        }
        Optional<ThreadId> thread = stamp.thread(submission.draft(), partner.get());
        if (thread.isEmpty()) {
            return stamp.predecessor(submission.draft(), partner.get())
                    .<Submitted>map(Submitted.ThreadOfEnded::new)
                    .orElseGet(Submitted.UnknownThread::new);
        }
        facts.record(submission.draft(), partner.get());
        Optional<Message> stamped = stamp.message(submission, partner.get(), thread.get());
        if (stamped.isEmpty()) {
            return new Submitted.UnusableAttachment();
        }
        Waiting waiting = Waiting.of(stamped.get(), submission.draft());
        return decided(waiting, partner.get(), submission.original().bytes());
    }

    /**
     * Decides about the content of a message whose recipient has ended, as a new message to its successor: on what is recorded
     * about the successor, and on nothing that was recorded about who ended. Statements in the original are not recorded again:
     * they named the other.
     *
     * @param original the bytes as the local system gave them
     */
    public Submitted submitToSuccessor(Outgoing ended, byte[] original) {
        Waiting before = Waiting.fromJson(ended.content());
        if (before.message().kind() == MessageKind.FEEDBACK) {
            return new Submitted.ThreadOfEnded(ended.recipient());
        }
        Optional<Partner> successor = stamp.successor(ended.recipient());
        if (successor.isEmpty()) {
            return new Submitted.NoSuccessor();
        }
        return stamp.anew(before.message(), successor.get())
                .map(message -> decided(before.as(message), successor.get(), original))
                .orElseGet(Submitted.UnusableAttachment::new);
    }

    private Submitted decided(Waiting waiting, Partner partner, byte[] original) {
        Message message = waiting.message();
        return switch (facts.gather(waiting, partner)) {
            case Facts.Gathered.Contradicting contradicting ->
                new Submitted.ContradictingPersons(contradicting.mentions());
            case Facts.Gathered.Complete complete -> {
                Deciding.Kept kept = deciding.first(message, complete.context());
                Decision decision = kept.decided().decision();
                MessageState state = state(decision);
                Outgoing outgoing = keep(waiting, decision.verdict(), state, original, complete.about());
                audit(message, decision.verdict(), kept.id());
                if (decision instanceof Permit permit) {
                    outbox.restsOn(outgoing, consents(permit.message().ground()));
                }
                yield new Submitted.Decided(message, decision.verdict(), state);
            }
        };
    }

    /** Decides again at the moment of an attempt, and seals what may go now. */
    @Override
    public Prepared prepare(Outgoing outgoing) {
        Waiting waiting = Waiting.fromJson(outgoing.content());
        Optional<Partner> partner = stamp.partner(outgoing.recipient());
        if (partner.isEmpty()) {
            return unaddressable(outgoing);
        }
        return switch (facts.gather(waiting, partner.get())) {
            case Facts.Gathered.Contradicting contradicting ->
                new Prepared.Parked(MessageState.REVIEW, outgoing.answer(), "CONTRADICTING_PERSONS");
            case Facts.Gathered.Complete complete ->
                prepared(deciding.again(waiting, complete, outgoing.state()), outgoing, partner.get());
        };
    }

    // A successor is another organisation: its decision is asked for by a person, with a message of its own
    private Prepared unaddressable(Outgoing outgoing) {
        if (stamp.lapsed(outgoing.recipient())) {
            throw new IllegalStateException("no endpoint or certificate of the recipient holds today");
        }
        String why = stamp.ended(outgoing.recipient()).isPresent() ? "RECIPIENT_ENDED" : "UNKNOWN_RECIPIENT";
        return new Prepared.Parked(MessageState.FAILED, outgoing.answer(), why);
    }

    private Prepared prepared(Deciding.Again again, Outgoing outgoing, Partner partner) {
        return switch (again.decided().decision()) {
            case Permit permit ->
                new Prepared.Ready(
                        sealer.seal(permit, partner.sealTo()),
                        partner,
                        json(permit.verdict()),
                        consents(permit.message().ground()),
                        again.evidence());
            case Decision.Hold hold -> parked(MessageState.HOLD, hold.verdict());
            case Decision.Review review -> parked(MessageState.REVIEW, review.verdict());
            case Decision.Deny deny -> parked(stopped(outgoing), deny.verdict());
        };
    }

    private static Set<String> consents(Ground ground) {
        return ground.consents().stream().map(ConsentRecord::id).collect(Collectors.toSet());
    }

    private Outgoing keep(Waiting waiting, Verdict verdict, MessageState state, byte[] original, Set<UUID> about) {
        Message message = waiting.message();
        boolean denied = state == MessageState.DENY;
        Outgoing outgoing = new Outgoing(
                message.sender(),
                message.id(),
                message.thread(),
                Outgoing.Form.MESSAGE,
                message.kind().name(),
                message.recipient(),
                message.urgency(),
                state,
                // What may not go is not kept: the sender has it
                denied ? new byte[0] : waiting.toJson(),
                json(verdict),
                0,
                message.sentAt());
        if (!denied) {
            stamp.keepAttachments(message);
        }
        outbox.put(outgoing, denied ? new byte[0] : original, about, codes(verdict));
        return outgoing;
    }

    private void audit(Message message, Verdict verdict, UUID decision) {
        audit.append(
                "message.decided",
                message.id().toString(),
                Map.of(
                        "decision", decision.toString(),
                        "outcome", verdict.outcome().name(),
                        "kind", message.kind().name(),
                        "basis", message.basis().name(),
                        "recipient", message.recipient().value(),
                        "reasons", codes(verdict),
                        "withheld", Integer.toString(verdict.withheld().size()),
                        "policy", verdict.policy()));
    }

    private static MessageState state(Decision decision) {
        return switch (decision) {
            case Permit permit -> MessageState.QUEUED;
            case Decision.Hold hold -> MessageState.HOLD;
            case Decision.Review review -> MessageState.REVIEW;
            case Decision.Deny deny -> MessageState.DENY;
        };
    }

    private static MessageState stopped(Outgoing outgoing) {
        return outgoing.state() == MessageState.QUEUED ? MessageState.WITHDRAWN : MessageState.DENY;
    }

    private static Prepared.Parked parked(MessageState state, Verdict verdict) {
        return new Prepared.Parked(state, json(verdict), codes(verdict));
    }

    private static byte[] json(Verdict verdict) {
        return MessageJson.mapper().writeValueAsBytes(verdict);
    }

    private static String codes(Verdict verdict) {
        return verdict.reasons().stream()
                .map(reason -> reason.code().name())
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
