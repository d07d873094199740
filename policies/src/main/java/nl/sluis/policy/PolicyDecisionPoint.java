package nl.sluis.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import nl.sluis.policy.rules.RuleBook;

/**
 * Decides whether a message may leave, and which part of it (XACML policy decision point). A pure function of its rules and the
 * question: no clock, no store. Safe for use by several threads.
 */
public final class PolicyDecisionPoint {

    private final RulesInForce rules;

    /** Decides by the rules that come with the product. */
    public PolicyDecisionPoint() {
        this(RuleSets.builtIn());
    }

    /** Decides by other rules, which use the words of the shipped word list. */
    public PolicyDecisionPoint(RuleBook book) {
        this(day -> book);
    }

    /** Decides by the rules that are in force on the day of sending. */
    public PolicyDecisionPoint(RulesInForce rules) {
        this.rules = rules;
    }

    /** Decides a question that comes without content, such as a case on file. */
    public Verdict judge(SharingRequest request) {
        Question question = Question.of(request);
        return new Verdicts(rules.on(question.day()), question).verdict();
    }

    /** The outcome of {@link #judge} alone, for who asks whether and not why: no reasons are worked out. */
    public Outcome outcome(SharingRequest request) {
        Question question = Question.of(request);
        return new Verdicts(rules.on(question.day()), question).outcome();
    }

    /** Explains the decision on a question; costs more than deciding, and is no part of it. */
    public Explanation explain(SharingRequest request) {
        Question question = Question.of(request);
        return Explainer.of(rules.on(question.day()), question);
    }

    /**
     * Decides about a message. A {@link Permit} carries what may go, and is bound to it.
     *
     * @param form how the message is written down to be signed
     * @throws IllegalArgumentException when sender or recipient of message and context differ
     */
    public Decision decide(Message message, SharingContext context, PayloadForm form) {
        Question question = question(message, context);
        return decide(message, question, new Verdicts(rules.on(question.day()), question), form);
    }

    /**
     * Decides about a message as {@link #decide} does, and says what may be kept of it.
     *
     * @param form how the message is written down to be signed
     * @throws IllegalArgumentException when sender or recipient of message and context differ
     */
    public Decided decideOnRecord(Message message, SharingContext context, PayloadForm form) {
        Question question = question(message, context);
        Verdicts verdicts = new Verdicts(rules.on(question.day()), question);
        return new Decided(decide(message, question, verdicts, form), verdicts.facts());
    }

    private static Question question(Message message, SharingContext context) {
        if (!message.sender().equals(context.sender().organisation())
                || !message.recipient().equals(context.recipient().organisation())) {
            throw new IllegalArgumentException("message and context are about other organisations");
        }
        return Question.onThePath(request(message, context), secretAddresses(message));
    }

    private static Decision decide(Message message, Question question, Verdicts verdicts, PayloadForm form) {
        Verdict verdict = verdicts.verdict();
        return switch (verdict.outcome()) {
            case PERMIT ->
                new Permit(
                        verdict,
                        Minimiser.minimise(message, question.request(), verdict),
                        form,
                        question.request().at());
            case HOLD -> new Decision.Hold(verdict);
            case REVIEW -> new Decision.Review(verdict);
            case DENY -> new Decision.Deny(verdict);
        };
    }

    private static SharingRequest request(Message message, SharingContext context) {
        List<RequestedItem> items = new ArrayList<>(message.sections().size());
        for (Section section : message.sections()) {
            items.add(new RequestedItem(
                    section.id(), section.subject(), section.category(), section.lifeDomain(), section.mandatory()));
        }
        return new SharingRequest(
                context.at(),
                context.sender(),
                context.recipient(),
                message.kind(),
                message.purpose(),
                message.basis(),
                context.persons(),
                items,
                context.facts());
    }

    private static Set<SectionId> secretAddresses(Message message) {
        Set<SectionId> secret = Set.of();
        for (Section section : message.sections()) {
            if (section.content() instanceof Content.Address address && address.secret()) {
                secret = secret.isEmpty() ? new HashSet<>() : secret;
                secret.add(section.id());
            }
        }
        return secret;
    }
}
