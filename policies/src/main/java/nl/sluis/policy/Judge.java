package nl.sluis.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.PersonRef;
import nl.sluis.policy.rules.Effect;
import nl.sluis.policy.rules.Hits;
import nl.sluis.policy.rules.Rule;
import nl.sluis.policy.rules.RuleSet;
import org.jspecify.annotations.Nullable;

/** Puts the facts of a question before the rules. */
final class Judge {

    private final Question question;
    private final RuleSet rules;
    private final Facts message;
    private final Map<PersonRef, Givers> givers = new LinkedHashMap<>();

    Judge(Question question, RuleSet rules) {
        this.question = question;
        this.rules = rules;
        this.message = MessageFacts.of(question, rules);
    }

    /** The rows about the message that hold whatever its items are. */
    Hits aboutMessage() {
        return new Hits(rules.at(message.point()).rules().stream()
                .filter(Rule::aboutMessage)
                .toList());
    }

    List<WeighedReason> messageReasons() {
        return reasons(aboutMessage(), message, null);
    }

    List<ItemJudgement> items() {
        return question.request().items().stream().map(this::judge).toList();
    }

    private ItemJudgement judge(RequestedItem item) {
        Facts facts = message.copy();
        PersonFacts person = question.person(item.subject());
        facts.set("categorie", item.category().name())
                .set("derde", !item.subject().equals(question.principal()))
                .set("ingehouden", question.facts().withheldByProfessional().contains(item.id()))
                .set("geheim-adres", question.secretAddress(item))
                .set("eigen-maatregel", new MeasureFacts(question).running(item.subject()))
                .set("gegeven-geinformeerd", informingInOrder(item));
        GiversFinder.set(facts, question, person);
        ConsentFacts consent = null;
        if (question.request().basis() == LegalBasis.CONSENT) {
            consent = new ConsentFacts(question, item, giversOf(item.subject()));
            consent.fill(facts);
        }
        if (question.request().basis() == LegalBasis.FAMILY_PRESENT) {
            new MeetingFacts(question).fillItem(facts, item, giversOf(item.subject()));
        }
        Hits hits = rules.at(facts.point());
        Hits own = new Hits(
                hits.rules().stream().filter(rule -> !rule.aboutMessage()).toList());
        return new ItemJudgement(
                item, facts, hits, reasons(own, facts, item.subject()), consent == null ? List.of() : consent.used());
    }

    // For the people without whom there is no message, informing is a fact of the message.
    private boolean informingInOrder(RequestedItem item) {
        return question.request().basis() != LegalBasis.MELDRECHT_WMO_5_2_6
                || question.leading().contains(item.subject())
                || new InformingFacts(question).inOrder(item.subject());
    }

    private Givers giversOf(PersonRef subject) {
        return givers.computeIfAbsent(subject, new GiversFinder(question, rules)::of);
    }

    private List<WeighedReason> reasons(Hits hits, Facts facts, @Nullable PersonRef subject) {
        List<WeighedReason> reasons = new ArrayList<>();
        for (Rule rule : hits.rules()) {
            String code = rule.words().code();
            if (code != null && (rule.effect().blocks() || rule.effect() == Effect.NOTE)) {
                for (Who who : facts.behind(rule.conditions(rules.vocabulary()), new Who(subject, null))) {
                    reasons.add(new WeighedReason(rule.effect(), reason(rule, ReasonCode.valueOf(code), who)));
                }
            }
        }
        reasons.sort(ReasonOrder.COMPARATOR);
        return reasons;
    }

    private static Reason reason(Rule rule, ReasonCode code, Who who) {
        Rule.Words words = rule.words();
        return new Reason(code, rule.id(), words.article(), words.text(), words.textEn(), who.subject(), who.person());
    }
}
