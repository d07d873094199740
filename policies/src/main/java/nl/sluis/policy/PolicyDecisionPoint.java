package nl.sluis.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    private final RuleBook book;

    /** Decides by the rules that come with the product. */
    public PolicyDecisionPoint() {
        this(RuleSets.builtIn());
    }

    /** Decides by other rules, which use the words of the shipped word list. */
    public PolicyDecisionPoint(RuleBook book) {
        this.book = book;
    }

    /** Decides a question that comes without content, such as a case on file. */
    public Verdict judge(SharingRequest request) {
        return Verdicts.of(book, Question.of(request));
    }

    /** The outcome of {@link #judge} alone, for who asks whether and not why: no reasons are worked out. */
    public Outcome outcome(SharingRequest request) {
        return Verdicts.outcome(book, Question.of(request));
    }

    /** Explains the decision on a question; costs more than deciding, and is no part of it. */
    public Explanation explain(SharingRequest request) {
        return Explainer.of(book, Question.of(request));
    }

    /** The rules by which it decides. */
    public RuleBook rules() {
        return book;
    }

    /**
     * Decides about a message. A {@link Permit} carries what may go.
     *
     * @throws IllegalArgumentException when sender or recipient of message and context differ
     */
    public Decision decide(Message message, SharingContext context) {
        if (!message.sender().equals(context.sender().organisation())
                || !message.recipient().equals(context.recipient().organisation())) {
            throw new IllegalArgumentException("message and context are about other organisations");
        }
        SharingRequest request = request(message, context);
        Verdict verdict = Verdicts.of(book, Question.onThePath(request, secretAddresses(message)));
        return switch (verdict.outcome()) {
            case PERMIT -> new Permit(verdict, Minimiser.minimise(message, request, verdict), context.at());
            case HOLD -> new Decision.Hold(verdict);
            case REVIEW -> new Decision.Review(verdict);
            case DENY -> new Decision.Deny(verdict);
        };
    }

    private static SharingRequest request(Message message, SharingContext context) {
        List<RequestedItem> items = message.sections().stream()
                .map(section -> new RequestedItem(
                        section.id(), section.subject(), section.category(), section.lifeDomain(), section.mandatory()))
                .toList();
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
        return message.sections().stream()
                .filter(section -> section.content() instanceof Content.Address address && address.secret())
                .map(Section::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
