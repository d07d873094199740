package nl.sluis.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.SectionId;
import nl.sluis.policy.rules.Effect;
import nl.sluis.policy.rules.NearestPermit;
import nl.sluis.policy.rules.Reader;
import nl.sluis.policy.rules.Rule;
import nl.sluis.policy.rules.RuleBook;
import nl.sluis.policy.rules.RuleSet;
import nl.sluis.policy.rules.Statement;
import org.jspecify.annotations.Nullable;

/** Explains a decision. Works apart from deciding, so that a decision never pays for an explanation that nobody asked. */
final class Explainer {

    private static final Set<String> ASKED_OF_PARENTS =
            Set.of(ReasonCode.MISSING_PARENT.name(), ReasonCode.MISSING_GUARDIAN.name());

    private final RuleBook book;
    private final RuleSet rules;
    private final Question question;
    private final Verdict verdict;
    private final List<ItemJudgement> items;
    private final Facts message;

    private Explainer(RuleBook book, Question question) {
        this.book = book;
        this.rules = book.on(question.day());
        this.question = question;
        Verdicts verdicts = new Verdicts(book, question);
        this.verdict = verdicts.verdict();
        this.items = verdicts.items();
        this.message = verdicts.message();
    }

    static Explanation of(RuleBook book, Question question) {
        return new Explainer(book, question).explanation();
    }

    private Explanation explanation() {
        List<Finding> findings = aboutMessage();
        findings.addAll(aboutItems(deciding()));
        verdict.reasons().stream()
                .filter(reason -> reason.rule().equals("-"))
                .map(reason -> new Finding(Finding.Row.of(reason), null, null, List.of(), List.of(), List.of()))
                .forEach(findings::add);
        List<Finding> withheld = aboutItems(items.stream()
                .filter(judged -> !judged.item().mandatory() && !judged.free())
                .toList());
        return new Explanation(verdict, findings, withheld, waysOn(), family(findings));
    }

    private List<ItemJudgement> mandatory() {
        return items.stream().filter(judged -> judged.item().mandatory()).toList();
    }

    /** The items that explain the outcome: the mandatory ones, or those that go where none is. */
    private List<ItemJudgement> deciding() {
        boolean permit = verdict.outcome() == Outcome.PERMIT;
        return mandatory().isEmpty() && permit
                ? items.stream().filter(ItemJudgement::free).toList()
                : mandatory();
    }

    private List<Finding> aboutMessage() {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules.at(message.point()).rules()) {
            if (rule.aboutMessage() && tells(rule)) {
                for (Who who : behind(message, rule, null)) {
                    findings.add(finding(rule, who, message, List.of()));
                }
            }
        }
        return findings;
    }

    private List<Finding> aboutItems(List<ItemJudgement> judged) {
        record Key(Rule rule, Who who) {}
        Map<Key, List<ItemJudgement>> found = new LinkedHashMap<>();
        for (ItemJudgement item : judged) {
            for (Rule rule : item.hits().rules()) {
                if (!rule.aboutMessage() && tells(rule)) {
                    for (Who who : behind(item.facts(), rule, item.item().subject())) {
                        found.computeIfAbsent(new Key(rule, who), key -> new ArrayList<>())
                                .add(item);
                    }
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        found.forEach((key, about) ->
                findings.add(finding(key.rule(), key.who(), about.getFirst().facts(), about)));
        return findings;
    }

    private List<Who> behind(Facts facts, Rule rule, @Nullable PersonRef subject) {
        Who about = new Who(subject, null);
        return rule.effect() == Effect.PERMIT
                ? List.of(about)
                : facts.behind(FactNames.named(rule.conditions(rules.vocabulary())), about);
    }

    private boolean tells(Rule rule) {
        boolean permits = rule.effect() == Effect.PERMIT && verdict.outcome() == Outcome.PERMIT;
        return rule.effect().blocks() || rule.effect() == Effect.NOTE || permits;
    }

    private Finding finding(Rule rule, Who who, Facts facts, List<ItemJudgement> about) {
        List<SectionId> ids = about.stream().map(judged -> judged.item().id()).toList();
        Finding.Row row = Finding.Row.of(rule);
        boolean asksParents = question.facts().parentsMustNotKnow() && ASKED_OF_PARENTS.contains(row.key());
        return new Finding(
                // Law table 3.3: the consent of parents who must not know is not asked, so nobody is told to ask it
                asksParents ? row.to(Reader.PRIVACY_OFFICER) : row,
                who.subject(),
                who.person(),
                ids,
                Statement.of(rule, rules.vocabulary(), facts.point()),
                evidence(rule, who, about));
    }

    private List<String> evidence(Rule rule, Who who, List<ItemJudgement> about) {
        Set<String> ids = new LinkedHashSet<>();
        if (rule.effect() == Effect.PERMIT) {
            about.forEach(judged -> judged.used().forEach(consent -> ids.add(consent.id())));
        }
        question.facts().consents().stream()
                .filter(consent -> consent.giver().equals(who.person())
                        && who.subject() != null
                        && consent.subjects().contains(who.subject())
                        && consent.discloser().equals(question.discloser()))
                .map(ConsentRecord::id)
                .forEach(ids::add);
        return ids.stream().filter(id -> !id.isEmpty()).toList();
    }

    private WaysOn waysOn() {
        if (verdict.outcome() == Outcome.PERMIT) {
            return WaysOn.NOT_NEEDED;
        }
        Set<NearestPermit> nearest = new LinkedHashSet<>();
        List<ItemJudgement> stuck = mandatory().isEmpty() ? items : mandatory();
        stuck.forEach(
                judged -> nearest.addAll(NearestPermit.of(rules, judged.facts().point())));
        CureFinder cures = new CureFinder(book, rules, question);
        return mandatory().isEmpty()
                ? cures.anyOf(stuck, List.copyOf(nearest))
                : cures.together(stuck, List.copyOf(nearest));
    }

    /**
     * What each person may read: rows that the family may read and that are about his own act or, where a row is about the message, of
     * a message about him alone. A message that may go tells nobody anything: it would say that the others agreed.
     */
    private Map<PersonRef, List<Finding>> family(List<Finding> findings) {
        Map<PersonRef, List<Finding>> family = new HashMap<>();
        for (Finding finding : findings) {
            PersonRef reader = reader(finding);
            if (reader != null && finding.row().readers().contains(Reader.FAMILY) && !silent(reader)) {
                family.computeIfAbsent(reader, person -> new ArrayList<>()).add(finding);
            }
        }
        return family;
    }

    private @Nullable PersonRef reader(Finding finding) {
        if (finding.person() != null) {
            return finding.person();
        }
        // A reason about an item and nobody's act may be about what another did: it is told to nobody
        Set<PersonRef> leading = question.leading();
        return finding.subject() == null && leading.size() == 1
                ? leading.iterator().next()
                : null;
    }

    /** A child under 12 hears it from those who have authority, and so does whoever cannot weigh his interests. */
    private boolean silent(PersonRef reader) {
        PersonFacts person = question.person(reader);
        boolean subject =
                items.stream().anyMatch(judged -> judged.item().subject().equals(reader));
        boolean child = subject
                && (!person.capable()
                        || AgeClass.on(question.day(), person.birthDate().latest()) == AgeClass.UNDER_12);
        return child || book.explanations().silent(message.point(), subject);
    }
}
