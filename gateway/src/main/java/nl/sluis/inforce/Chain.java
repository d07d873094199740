package nl.sluis.inforce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.policy.ClosedRules;
import nl.sluis.policy.RuleSets;
import nl.sluis.policy.rules.Difference;
import nl.sluis.policy.rules.Incomparable;
import nl.sluis.policy.rules.RuleBook;
import nl.sluis.policyset.Manifest;
import nl.sluis.policyset.PolicySet;
import nl.sluis.policyset.RefusedSet;
import nl.sluis.policyset.RulesCheck;
import nl.sluis.policyset.SetFault;
import nl.sluis.policyset.SetVerifier;

/** The sets that follow each other, oldest first; the first one follows the rules that come with the program. Immutable. */
record Chain(List<Link> links) {

    static final Chain EMPTY = new Chain(List.of());

    Chain {
        links = List.copyOf(links);
    }

    /** The rules of a day of sending: of the last set that decides by then, or of none. */
    RuleBook on(LocalDate day) {
        for (Link link : links.reversed()) {
            if (!link.validFrom().isAfter(day)) {
                return link.book();
            }
        }
        return ClosedRules.book();
    }

    /** The hash of the rules that the next set follows. */
    String head() {
        return links.isEmpty() ? RuleSets.builtIn().hash() : links.getLast().policy();
    }

    List<String> hashes() {
        return links.stream().map(Link::hash).toList();
    }

    boolean isHead(Manifest manifest) {
        return !links.isEmpty() && links.getLast().hash().equals(manifest.hash());
    }

    /**
     * With a set at its end, once all is in order: signatures, rules, proofs, examples, its place in the row, and what it changes.
     *
     * @throws RefusedSet when something is not
     */
    Chain with(PolicySet set, SetVerifier verifier) throws RefusedSet {
        Manifest manifest = verifier.verify(set);
        RuleBook book = set.book();
        if (links.stream().anyMatch(link -> link.hash().equals(manifest.hash()))) {
            throw refused(SetFault.Code.SEEN_BEFORE, "this set was in force before; sign it anew to return to it");
        }
        if (!manifest.previous().equals(head())) {
            throw refused(SetFault.Code.NOT_THE_NEXT, "it follows another set than the last accepted one");
        }
        List<SetFault> faults = RulesCheck.faults(book, manifest);
        if (!faults.isEmpty()) {
            throw new RefusedSet(faults);
        }
        requireDifference(book, manifest);
        List<Link> longer = new ArrayList<>(links);
        longer.add(new Link(manifest.hash(), manifest.policy(), manifest.validFrom(), book, book));
        return new Chain(longer);
    }

    private void requireDifference(RuleBook book, Manifest manifest) throws RefusedSet {
        RuleBook before = links.isEmpty() ? RuleSets.builtIn() : links.getLast().base();
        try {
            if (!Difference.between(before, book).hash().equals(manifest.difference())) {
                throw refused(SetFault.Code.DIFFERENCE, "what it changes is not what was signed");
            }
        } catch (Incomparable e) {
            throw new RefusedSet(List.of(new SetFault(SetFault.Code.DIFFERENCE, String.valueOf(e.getMessage()))));
        }
    }

    private static RefusedSet refused(SetFault.Code code, String text) {
        return new RefusedSet(List.of(new SetFault(code, text)));
    }
}
