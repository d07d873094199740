package nl.sluis.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.PersonRef;
import nl.sluis.policy.rules.Effect;
import nl.sluis.policy.rules.Point;
import nl.sluis.policy.rules.RuleSet;

/** Finds whose consent is needed: the table of givers decides (law table 3.2), and custody or records name the people. */
final class GiversFinder {

    private final Question question;
    private final RuleSet rules;

    GiversFinder(Question question, RuleSet rules) {
        this.question = question;
        this.rules = rules;
    }

    Givers of(PersonRef subject) {
        PersonFacts person = question.person(subject);
        AgeClass oldest = AgeClass.on(question.day(), person.birthDate().earliest());
        AgeClass youngest = AgeClass.on(question.day(), person.birthDate().latest());
        Set<String> whenOldest = groups(person, oldest);
        Set<String> whenYoungest = groups(person, youngest);
        boolean matters = !whenOldest.equals(whenYoungest);
        Set<String> always = new LinkedHashSet<>(whenYoungest);
        always.retainAll(whenOldest);

        Optional<List<PersonRef>> holders = Custodians.of(person.custody());
        boolean custody = always.contains(Givers.CUSTODIANS);
        String parents = Custodians.guardian(person.custody()) ? "voogd" : "ouders";
        return new Givers(
                always,
                matters ? "onbekend" : youngest.word(),
                holders.isPresent() ? parents : "onbekend",
                custody ? holders.orElse(List.of()) : List.of(),
                always.contains(Givers.REPRESENTATIVE) ? representatives(person) : List.of(),
                heldInLaw(person).isPresent());
    }

    private Set<String> groups(PersonFacts person, AgeClass age) {
        Point point = Point.unknown(rules.vocabulary());
        Facts facts = new Facts(point).set("grondslag", "CONSENT").set("leeftijd", age.word());
        set(facts, question, person);
        return rules.at(point).of(Effect.REQUIRE).stream()
                .flatMap(rule -> rule.words().names().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Sets what decides, beside age, who must consent. */
    static void set(Facts facts, Question question, PersonFacts person) {
        SendingParty sender = question.request().sender();
        facts.set("wilsbekwaam", person.capable());
        facts.set(
                "regime", sender.regime() == null ? "onbekend" : sender.regime().name());
        facts.set("openbaarmaking", question.facts().disclosure1215().name());
    }

    /** A minor's custodians, an adult's guardian, else whoever is on record as representative. */
    private List<PersonRef> representatives(PersonFacts person) {
        return heldInLaw(person).orElseGet(() -> onRecord(person));
    }

    private Optional<List<PersonRef>> heldInLaw(PersonFacts person) {
        LocalDate latest = person.birthDate().latest();
        boolean minor = !AgeClass.adult(question.day(), latest);
        return Custodians.of(person.custody()).filter(holders -> minor || Custodians.guardian(person.custody()));
    }

    private List<PersonRef> onRecord(PersonFacts person) {
        return question.facts().consents().stream()
                .filter(record -> record.subjects().contains(person.ref())
                        && !record.giver().equals(person.ref())
                        && (record.capacity() == Capacity.REPRESENTATIVE || record.capacity() == Capacity.GUARDIAN)
                        && !record.recordedAt().isAfter(question.request().at()))
                .map(record -> record.giver())
                .distinct()
                .sorted(Comparator.comparing(PersonRef::value))
                .toList();
    }
}
