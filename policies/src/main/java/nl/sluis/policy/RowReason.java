package nl.sluis.policy;

import java.util.List;
import nl.sluis.policy.rules.Rule;

/**
 * A row that gives a reason.
 *
 * @param conditions the facts that it names, in the order of the word list
 * @param rank its place among reasons ({@link ReasonOrder}), known before any question is
 */
record RowReason(Rule rule, ReasonCode code, List<FactName<?>> conditions, int rank) {

    /** Adds the reason, once for each person behind its facts. */
    void say(List<WeighedReason> said, Facts facts, Who about) {
        List<Who> behind = facts.behind(conditions, about);
        for (int i = 0; i < behind.size(); i++) {
            said.add(new WeighedReason(rank, reason(behind.get(i))));
        }
    }

    /** Whether it has something to say: somebody is behind its facts. */
    boolean says(Facts facts, Who about) {
        return !facts.behind(conditions, about).isEmpty();
    }

    private Reason reason(Who who) {
        Rule.Words words = rule.words();
        return new Reason(code, rule.id(), words.article(), words.text(), words.textEn(), who.subject(), who.person());
    }
}
