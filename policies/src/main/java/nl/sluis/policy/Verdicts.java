package nl.sluis.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import nl.sluis.canonical.Custody;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.PersonRef;
import nl.sluis.policy.rules.Effect;
import nl.sluis.policy.rules.Hits;
import nl.sluis.policy.rules.NearestPermit;
import nl.sluis.policy.rules.RuleBook;
import nl.sluis.policy.rules.RuleSet;
import org.jspecify.annotations.Nullable;

/** Combines what the rules say of the message and of its items into one verdict (case format, "Outcomes"). */
final class Verdicts {

    private static final Set<ReasonCode> MISSING = EnumSet.of(
            ReasonCode.MISSING_PARENT, ReasonCode.MISSING_CHILD, ReasonCode.MISSING_SELF, ReasonCode.MISSING_GUARDIAN);

    private static final int HANDFUL = 16;

    private final RuleBook book;
    private final RuleSet rules;
    private final Question question;
    private final Judge judge;
    private final Hits message;
    private final List<ItemJudgement> items;
    private final List<ItemJudgement> mandatory;
    private final List<ItemJudgement> going;

    /** Judges a question; what is asked of the judgement is worked out then. */
    Verdicts(RuleBook book, Question question) {
        this.book = book;
        this.rules = book.on(question.day());
        this.question = question;
        this.judge = new Judge(question, rules);
        this.message = judge.aboutMessage();
        this.items = judge.items();
        this.mandatory = those(judged -> judged.item().mandatory());
        this.going = those(ItemJudgement::free);
    }

    // Mostly it is all of them, and then the same list
    private List<ItemJudgement> those(Predicate<ItemJudgement> wanted) {
        List<ItemJudgement> some = items;
        for (int i = 0; i < items.size(); i++) {
            ItemJudgement judged = items.get(i);
            boolean isWanted = wanted.test(judged);
            if (!isWanted && some == items) {
                some = new ArrayList<>(items.subList(0, i));
            } else if (isWanted && some != items) {
                some.add(judged);
            }
        }
        return some;
    }

    /** Each item as it was judged, in the order of the question. */
    List<ItemJudgement> items() {
        return items;
    }

    /** The facts of the message as they were judged. */
    Facts message() {
        return judge.message();
    }

    /** What it rested on, in a form that may be kept. */
    DecisionFacts facts() {
        return DecisionFacts.of(book, question.day(), items);
    }

    /** The answer with its reasons. */
    Verdict verdict() {
        Outcome outcome = outcome();
        boolean permit = outcome == Outcome.PERMIT;
        return new Verdict(
                outcome,
                reasons(),
                withheld(),
                missing(),
                obligations(outcome),
                book.hash(),
                permit ? List.of() : new WhyNot(this::whyNot));
    }

    private List<Obligation> obligations(Outcome outcome) {
        Obligations obligations = new Obligations(book.terms(), question.day());
        return switch (outcome) {
            case PERMIT -> obligations.of(going);
            case HOLD -> obligations.whileWaiting(mandatory);
            case DENY, REVIEW -> List.of();
        };
    }

    /** The outcome alone: no reasons are worked out. */
    Outcome outcome() {
        if (silent() || nothingLeft() || applies(Effect.DENY)) {
            return Outcome.DENY;
        }
        if (applies(Effect.REVIEW)) {
            return Outcome.REVIEW;
        }
        return applies(Effect.HOLD) ? Outcome.HOLD : Outcome.PERMIT;
    }

    private boolean silent() {
        for (ItemJudgement judged : mandatory) {
            if (judged.silent()) {
                return true;
            }
        }
        return false;
    }

    private boolean nothingLeft() {
        return mandatory.isEmpty() && going.isEmpty();
    }

    private boolean applies(Effect effect) {
        if (message.effects().has(effect)) {
            return true;
        }
        for (ItemJudgement judged : mandatory) {
            if (judged.hit(effect)) {
                return true;
            }
        }
        return false;
    }

    /** One reason a code, subject and person, however many rows and items give it. */
    private List<Reason> reasons() {
        List<WeighedReason> given = judge.messageReasons();
        List<WeighedReason> before = List.of();
        for (ItemJudgement judged : mandatory) {
            // Of items that are alike the reasons are the same object: once is enough
            if (judged.reasons() != before) {
                before = judged.reasons();
                given.addAll(before);
            }
        }
        if (silent()) {
            given.add(own(ReasonCode.BASIS_NOT_IN_FORCE, "Geen regel spreekt over dit geval.", "No rule speaks."));
        }
        if (nothingLeft()) {
            given.add(own(ReasonCode.NOTHING_LEFT, "Er blijft niets over om te delen.", "Nothing is left to send."));
        }
        given.sort(ReasonOrder.COMPARATOR);
        return once(given);
    }

    private static List<Reason> once(List<WeighedReason> given) {
        List<Reason> once = new ArrayList<>(given.size());
        // Looking back over a handful is faster than hashing each; over many it is not
        Set<Told> told = given.size() > HANDFUL ? new HashSet<>() : null;
        for (WeighedReason weighed : given) {
            Reason reason = weighed.reason();
            if (told == null ? !told(once, reason) : told.add(Told.of(reason))) {
                once.add(reason);
            }
        }
        return once;
    }

    private static boolean told(List<Reason> reasons, Reason reason) {
        for (Reason known : reasons) {
            if (known.code() == reason.code()
                    && Objects.equals(known.subject(), reason.subject())
                    && Objects.equals(known.person(), reason.person())) {
                return true;
            }
        }
        return false;
    }

    private record Told(
            ReasonCode code,
            @Nullable PersonRef subject,
            @Nullable PersonRef person) {

        static Told of(Reason reason) {
            return new Told(reason.code(), reason.subject(), reason.person());
        }
    }

    private List<Withheld> withheld() {
        if (items.size() == mandatory.size()) {
            return List.of();
        }
        List<Withheld> withheld = new ArrayList<>();
        for (ItemJudgement judged : items) {
            RequestedItem item = judged.item();
            if (!item.mandatory() && !judged.free()) {
                ReasonCode first = judged.firstCode();
                ReasonCode code = first == null ? ReasonCode.BASIS_NOT_IN_FORCE : first;
                withheld.add(new Withheld(item.id(), item.subject(), item.category(), code));
            }
        }
        return withheld;
    }

    /** Whose consent would help. Parents who must not know are never named: asking them would itself harm. */
    private List<Missing> missing() {
        // Who was not at a meeting is told as a reason; another meeting, not a consent, is what would help
        if (question.request().basis() != LegalBasis.CONSENT) {
            return List.of();
        }
        Set<PersonRef> hidden = question.facts().parentsMustNotKnow() ? custodians() : Set.of();
        Set<Missing> missing = new LinkedHashSet<>();
        List<WeighedReason> before = List.of();
        for (ItemJudgement judged : mandatory) {
            PersonRef about = judged.item().subject();
            if (judged.reasons() == before) {
                continue;
            }
            before = judged.reasons();
            for (WeighedReason weighed : judged.reasons()) {
                PersonRef from = weighed.reason().person();
                if (from != null && MISSING.contains(weighed.reason().code()) && !hidden.contains(from)) {
                    missing.add(new Missing(Missing.What.CONSENT, from, about));
                }
            }
        }
        return List.copyOf(missing);
    }

    /** Whoever has authority over anybody in the question, also when the item is about himself. */
    private Set<PersonRef> custodians() {
        Set<PersonRef> custodians = new HashSet<>();
        for (PersonFacts person : question.request().persons()) {
            Custody custody = person.custody();
            if (custody != null) {
                custodians.addAll(custody.holders());
            }
        }
        return custodians;
    }

    private List<String> whyNot() {
        Set<String> sentences = new LinkedHashSet<>();
        List<ItemJudgement> stuck = mandatory.isEmpty() ? items : mandatory;
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
        return judged.hits().effects().has(Effect.PERMIT);
    }

    private static WeighedReason own(ReasonCode code, String text, String textEn) {
        return new WeighedReason(
                ReasonOrder.rank(Effect.DENY, code), new Reason(code, "-", "AVG 5 lid 1 c", text, textEn, null, null));
    }
}
