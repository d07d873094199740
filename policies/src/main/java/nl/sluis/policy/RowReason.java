package nl.sluis.policy;

import java.util.List;
import nl.sluis.policy.rules.Rule;

/**
 * A row that gives a reason.
 *
 * @param conditions the facts that it names, in the order of the word list
 */
record RowReason(Rule rule, ReasonCode code, List<FactName<?>> conditions) {

    /** Adds the reason, once for each person behind its facts. */
    void say(List<WeighedReason> said, Facts facts, Who about) {
        for (Who who : facts.behind(conditions, about)) {
            said.add(new WeighedReason(rule.effect(), reason(who)));
        }
    }

    private Reason reason(Who who) {
        Rule.Words words = rule.words();
        return new Reason(code, rule.id(), words.article(), words.text(), words.textEn(), who.subject(), who.person());
    }
}
