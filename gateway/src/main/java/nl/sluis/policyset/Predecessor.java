package nl.sluis.policyset;

import nl.sluis.policy.ClosedRules;
import nl.sluis.policy.RuleSets;
import nl.sluis.policy.rules.RuleBook;

/**
 * What a policy set follows: which one it was, and what its change is measured against.
 *
 * @param policy hash of the rules that were accepted
 * @param rules those rules; where this program cannot read them any more, or uses other words, the rules that deny everything, so
 *     that all that the next set permits is new
 */
public record Predecessor(String policy, RuleBook rules) {

    /** The rules that come with the program, before there was any set. */
    public static Predecessor shipped() {
        return new Predecessor(RuleSets.builtIn().hash(), RuleSets.builtIn());
    }

    /**
     * A set that was accepted, also one that this program can no longer decide by: an update must leave a way on.
     *
     * @throws RefusedSet when not even its MANIFEST can be read
     */
    public static Predecessor of(PolicySet set) throws RefusedSet {
        RuleBook book;
        try {
            book = set.book();
        } catch (RefusedSet e) {
            return new Predecessor(set.readManifest().policy(), ClosedRules.book());
        }
        return new Predecessor(book.hash(), RulesCheck.words(book).isEmpty() ? book : ClosedRules.book());
    }
}
