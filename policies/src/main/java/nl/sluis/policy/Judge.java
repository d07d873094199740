package nl.sluis.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.PersonRef;
import nl.sluis.policy.rules.Hits;
import nl.sluis.policy.rules.MessageRows;
import nl.sluis.policy.rules.RuleSet;
import org.jspecify.annotations.Nullable;

/** Puts the facts of a question before the rules. */
final class Judge {
    private final Question question;
    private final DayRules rules;
    private final Facts message;
    private final MessageRows standing;
    private final Hits aboutMessage;
    private @Nullable Map<PersonRef, Subject> others;
    private @Nullable Subject last;

    Judge(Question question, RuleSet rules) {
        this.question = question;
        this.rules = DayRules.of(rules);
        this.message = MessageFacts.of(question, this.rules);
        this.standing = this.rules.packed().about(message.packed());
        this.aboutMessage = standing.wholeMessage();
    }

    /** The facts of the message. */
    Facts message() {
        return message;
    }

    /** The rows about the message that hold whatever its items are. */
    Hits aboutMessage() {
        return aboutMessage;
    }

    List<WeighedReason> messageReasons() {
        List<WeighedReason> said = new ArrayList<>();
        for (RowReason row : rules.sayings(aboutMessage).reasons()) {
            row.say(said, message, new Who(null, null));
        }
        return said;
    }

    List<ItemJudgement> items() {
        List<ItemJudgement> judged = new ArrayList<>(question.request().items().size());
        ItemJudgement before = null;
        for (RequestedItem item : question.request().items()) {
            before = judge(item, before);
            judged.add(before);
        }
        return judged;
    }

    private ItemJudgement judge(RequestedItem item, @Nullable ItemJudgement before) {
        Subject subject = subject(item.subject());
        Facts facts = subject.facts()
                .copy()
                .set(FactNames.CATEGORY, item.category())
                .set(
                        FactNames.WITHHELD,
                        question.facts().withheldByProfessional().contains(item.id()))
                .set(FactNames.SECRET_ADDRESS, question.secretAddress(item));
        ConsentFacts consent = null;
        if (subject.consents() != null) {
            consent = new ConsentFacts(subject.consents(), item);
            consent.fill(facts);
            facts.concerns(consent);
        }
        if (question.request().basis() == LegalBasis.FAMILY_PRESENT) {
            new MeetingFacts(question).fillItem(facts, item, givers(item.subject()));
        }
        return new ItemJudgement(item, facts, standing.at(facts.packed()), rules, consent, before);
    }

    /** What is the same for every item about one person. */
    private record Subject(
            PersonRef ref, Facts facts, @Nullable SubjectConsents consents) {}

    // Items about one person mostly follow each other; a map is made when they do not
    private Subject subject(PersonRef ref) {
        Subject known = last;
        if (known == null || !known.ref().equals(ref)) {
            known = known == null ? firstSeen(ref) : other(known, ref);
            last = known;
        }
        return known;
    }

    private Subject other(Subject before, PersonRef ref) {
        Map<PersonRef, Subject> known = others;
        if (known == null) {
            known = new HashMap<>();
            others = known;
        }
        known.put(before.ref(), before);
        Subject other = known.get(ref);
        return other == null ? firstSeen(ref) : other;
    }

    private Subject firstSeen(PersonRef ref) {
        Facts facts = message.ofItem()
                .set(FactNames.THIRD_PARTY, !ref.equals(question.principal()))
                .set(FactNames.OWN_MEASURE, new MeasureFacts(question).running(ref))
                .set(FactNames.ITEM_INFORMED, informingInOrder(ref))
                .set(FactNames.CAPABLE, question.person(ref).capable())
                .set(FactNames.DISCLOSURE, question.facts().disclosure1215());
        boolean consent = question.request().basis() == LegalBasis.CONSENT;
        return new Subject(ref, facts, consent ? new SubjectConsents(question, ref, givers(ref)) : null);
    }

    private Givers givers(PersonRef subject) {
        return new GiversFinder(question, rules.givers()).of(subject);
    }

    // For the people without whom there is no message, informing is a fact of the message.
    private boolean informingInOrder(PersonRef subject) {
        return question.request().basis() != LegalBasis.MELDRECHT_WMO_5_2_6
                || question.leading().contains(subject)
                || new InformingFacts(question).inOrder(subject);
    }
}
