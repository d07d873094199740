package nl.sluis.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.SectionId;
import nl.sluis.policy.rules.Contributor;
import nl.sluis.policy.rules.Cures;
import nl.sluis.policy.rules.NearestPermit;
import nl.sluis.policy.rules.RuleBook;
import nl.sluis.policy.rules.RuleSet;
import nl.sluis.policy.rules.Statement;
import org.jspecify.annotations.Nullable;

/** Finds what would help, with the people behind it. */
final class CureFinder {

    private static final List<String> AGREEMENTS =
            List.of("gezagsdragers-akkoord", "betrokkene-akkoord", "vertegenwoordiger-akkoord");

    private final RuleBook book;
    private final RuleSet rules;
    private final Question question;

    CureFinder(RuleBook book, RuleSet rules, Question question) {
        this.book = book;
        this.rules = rules;
        this.question = question;
    }

    /** What would let all of the items go. */
    WaysOn together(List<ItemJudgement> items, List<NearestPermit> nearest) {
        Cures cures = cures(items);
        return new WaysOn(
                nearest,
                cures.sets().stream().map(set -> cure(set, items)).distinct().toList(),
                cures.complete());
    }

    /** What would let any of the items go. */
    WaysOn anyOf(List<ItemJudgement> items, List<NearestPermit> nearest) {
        Set<Cure> found = new LinkedHashSet<>();
        boolean complete = true;
        for (ItemJudgement item : items) {
            WaysOn one = together(List.of(item), nearest);
            found.addAll(one.cures());
            complete &= one.complete();
        }
        List<Cure> smallest = found.stream()
                .sorted(Comparator.comparing(cure -> cure.steps().size()))
                .toList();
        return new WaysOn(nearest, smallest, complete);
    }

    private Cures cures(List<ItemJudgement> items) {
        return Cures.of(
                rules,
                book.phrases(),
                items.stream()
                        .map(judged -> new Cures.Item(
                                judged.facts().point(), judged.item().subject()))
                        .toList(),
                (item, fact, value) -> !fact.equals("leeftijd")
                        || possibleAges(items.get(item).item().subject()).contains(value));
    }

    /** The age classes that a partial birth date leaves open. */
    private List<String> possibleAges(PersonRef subject) {
        PersonFacts person = question.person(subject);
        int youngest = AgeClass.on(question.day(), person.birthDate().latest()).ordinal();
        int oldest = AgeClass.on(question.day(), person.birthDate().earliest()).ordinal();
        List<String> words = new ArrayList<>();
        for (int age = youngest; age <= oldest; age++) {
            words.add(AgeClass.values()[age].word());
        }
        return words;
    }

    private Cure cure(List<Cures.Change> set, List<ItemJudgement> items) {
        record Key(
                Statement becomes,
                Contributor who,
                @Nullable PersonRef about) {}
        Map<Key, List<ItemJudgement>> steps = new LinkedHashMap<>();
        for (Cures.Change change : set) {
            Statement becomes = new Statement(change.fact(), change.values());
            if (change.items().isEmpty()) {
                steps.put(new Key(becomes, change.who(), null), List.of());
            }
            for (int place : change.items()) {
                ItemJudgement judged = items.get(place);
                steps.computeIfAbsent(
                                new Key(becomes, change.who(), judged.item().subject()), key -> new ArrayList<>())
                        .add(judged);
            }
        }
        List<Cure.Step> result = new ArrayList<>();
        steps.forEach((key, about) -> result.add(new Cure.Step(
                key.becomes(), key.who(), people(key.becomes(), key.who(), about), key.about(), ids(about))));
        return new Cure(result);
    }

    private static List<SectionId> ids(List<ItemJudgement> items) {
        return items.stream()
                .map(judged -> judged.item().id())
                .sorted(Comparator.comparing(SectionId::value))
                .toList();
    }

    /** Whom to ask, where the facts name them. */
    private static List<PersonRef> people(Statement becomes, Contributor who, List<ItemJudgement> about) {
        if (!who.givesConsent()) {
            return List.of();
        }
        Set<PersonRef> people = new LinkedHashSet<>();
        for (ItemJudgement judged : about) {
            Who nobody = new Who(judged.item().subject(), null);
            List<Who> own = judged.facts().behind(FactNames.named(List.of(becomes.fact())), nobody);
            List<Who> named =
                    own.equals(List.of(nobody)) ? judged.facts().behind(FactNames.named(AGREEMENTS), nobody) : own;
            named.stream().map(Who::person).filter(Objects::nonNull).forEach(people::add);
        }
        return List.copyOf(people);
    }
}
