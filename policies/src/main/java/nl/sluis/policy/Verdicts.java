package nl.sluis.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.PersonRef;
import nl.sluis.policy.rules.Effect;
import nl.sluis.policy.rules.Hits;
import nl.sluis.policy.rules.NearestPermit;
import nl.sluis.policy.rules.Rule;
import nl.sluis.policy.rules.RuleBook;
import nl.sluis.policy.rules.RuleSet;

/** Combines what the rules say of the message and of its items into one verdict (case format, "Outcomes"). */
final class Verdicts {

    private static final Set<ReasonCode> MISSING = Set.of(
            ReasonCode.MISSING_PARENT, ReasonCode.MISSING_CHILD, ReasonCode.MISSING_SELF, ReasonCode.MISSING_GUARDIAN);

    private final RuleBook book;
    private final RuleSet rules;
    private final Question question;
    private final Hits message;
    private final List<ItemJudgement> items;
    private final List<WeighedReason> reasons = new ArrayList<>();

    private Verdicts(RuleBook book, Question question) {
        this.book = book;
        this.rules = book.on(question.day());
        this.question = question;
        Judge judge = new Judge(question, rules);
        this.message = judge.aboutMessage();
        this.items = judge.items();
        this.reasons.addAll(judge.messageReasons());
    }

    static Verdict of(RuleBook book, Question question) {
        return new Verdicts(book, question).verdict();
    }

    private Verdict verdict() {
        mandatory().forEach(item -> reasons.addAll(item.reasons()));
        boolean silent = mandatory().stream().anyMatch(ItemJudgement::silent);
        boolean nothingLeft = mandatory().isEmpty() && items.stream().noneMatch(ItemJudgement::free);
        if (silent) {
            reasons.add(own(ReasonCode.BASIS_NOT_IN_FORCE, "Geen regel spreekt over dit geval.", "No rule speaks."));
        }
        if (nothingLeft) {
            reasons.add(own(ReasonCode.NOTHING_LEFT, "Er blijft niets over om te delen.", "Nothing is left to send."));
        }
        Outcome outcome = outcome(silent || nothingLeft);
        boolean permit = outcome == Outcome.PERMIT;
        return new Verdict(
                outcome,
                permit ? List.of() : ordered(),
                withheld(),
                missing(),
                permit ? new Obligations(book.terms(), question.day()).of(going()) : List.of(),
                book.hash(),
                permit ? List.of() : whyNot());
    }

    private List<ItemJudgement> mandatory() {
        return items.stream().filter(judged -> judged.item().mandatory()).toList();
    }

    private List<ItemJudgement> going() {
        return items.stream().filter(ItemJudgement::free).toList();
    }

    private Outcome outcome(boolean nothing) {
        if (nothing || applies(Effect.DENY)) {
            return Outcome.DENY;
        }
        if (applies(Effect.REVIEW)) {
            return Outcome.REVIEW;
        }
        return applies(Effect.HOLD) ? Outcome.HOLD : Outcome.PERMIT;
    }

    private boolean applies(Effect effect) {
        return !message.of(effect).isEmpty() || mandatory().stream().anyMatch(item -> item.hit(effect));
    }

    /** One reason a code, subject and person, however many rows and items give it. */
    private List<Reason> ordered() {
        record Key(ReasonCode code, Who who) {}
        Set<Key> seen = new HashSet<>();
        return reasons.stream()
                .sorted(ReasonOrder.COMPARATOR)
                .map(WeighedReason::reason)
                .filter(reason -> seen.add(new Key(reason.code(), new Who(reason.subject(), reason.person()))))
                .toList();
    }

    private List<Withheld> withheld() {
        return items.stream()
                .filter(judged -> !judged.item().mandatory() && !judged.free())
                .map(judged -> new Withheld(
                        judged.item().id(),
                        judged.item().subject(),
                        judged.item().category(),
                        firstCode(judged)))
                .toList();
    }

    private static ReasonCode firstCode(ItemJudgement judged) {
        return judged.reasons().stream()
                .map(weighed -> weighed.reason().code())
                .findFirst()
                .orElse(ReasonCode.BASIS_NOT_IN_FORCE);
    }

    /** Whose consent would help. Parents who must not know are never named: asking them would itself harm. */
    private List<Missing> missing() {
        // Who was not at a meeting is told as a reason; another meeting, not a consent, is what would help
        if (question.request().basis() != LegalBasis.CONSENT) {
            return List.of();
        }
        boolean hideParents = question.facts().parentsMustNotKnow();
        Set<Missing> missing = new LinkedHashSet<>();
        for (ItemJudgement judged : mandatory()) {
            PersonRef about = judged.item().subject();
            for (WeighedReason weighed : judged.reasons()) {
                PersonRef from = weighed.reason().person();
                boolean own = about.equals(from);
                if (from != null && MISSING.contains(weighed.reason().code()) && (own || !hideParents)) {
                    missing.add(new Missing(Missing.What.CONSENT, from, about));
                }
            }
        }
        return List.copyOf(missing);
    }

    private List<String> whyNot() {
        Set<String> sentences = new LinkedHashSet<>();
        Collection<ItemJudgement> stuck = mandatory().isEmpty() ? items : mandatory();
        for (ItemJudgement judged : stuck) {
            sentences.addAll(NearestPermit.sentences(rules, judged.facts().point()));
            // A row without a code gives no reason, and one beside a fitting permit needs no other facts.
            judged.hits().rules().stream()
                    .filter(rule -> rule.effect().blocks() && (rule.words().code() == null || permitted(judged)))
                    .map(rule -> rule.id() + " staat in de weg: " + rule.words().text())
                    .forEach(sentences::add);
        }
        return List.copyOf(sentences);
    }

    private static boolean permitted(ItemJudgement judged) {
        return judged.hits().rules().stream().map(Rule::effect).anyMatch(effect -> effect == Effect.PERMIT);
    }

    private static WeighedReason own(ReasonCode code, String text, String textEn) {
        return new WeighedReason(Effect.DENY, new Reason(code, "-", "AVG 5 lid 1 c", text, textEn, null, null));
    }
}
