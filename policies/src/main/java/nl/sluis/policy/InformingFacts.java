package nl.sluis.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.canonical.PersonRef;

/** Who must be told of a report, and who was (law table R24). */
final class InformingFacts {

    private final Question question;

    InformingFacts(Question question) {
        this.question = question;
    }

    /**
     * Who must be told about a report on somebody.
     *
     * @param ageKnown whether every possible age leads to the same people
     * @param custodyKnown whether the custodians are certain, where they must be told
     */
    private record Circle(List<PersonRef> people, boolean ageKnown, boolean custodyKnown) {}

    /** Each custodian of somebody under 16, and everybody of 12 or older. */
    private Circle circle(PersonRef subject) {
        PersonFacts person = question.person(subject);
        AgeClass oldest = AgeClass.on(question.day(), person.birthDate().earliest());
        AgeClass youngest = AgeClass.on(question.day(), person.birthDate().latest());
        boolean custodians = youngest != AgeClass.FROM_16;
        Optional<List<PersonRef>> holders = Custodians.of(person.custody());
        List<PersonRef> people = new ArrayList<>();
        if (custodians) {
            people.addAll(holders.orElse(List.of()));
        }
        if (oldest != AgeClass.UNDER_12) {
            people.add(subject);
        }
        return new Circle(people, oldest == youngest, !custodians || holders.isPresent());
    }

    void fillMessage(Facts facts, Set<PersonRef> leading) {
        List<Who> uninformed = new ArrayList<>();
        List<Who> ageUnknown = new ArrayList<>();
        List<Who> custodyUnknown = new ArrayList<>();
        boolean skipped = false;
        for (PersonRef subject : leading) {
            Circle circle = circle(subject);
            if (!circle.ageKnown()) {
                ageUnknown.add(new Who(subject, null));
            }
            if (!circle.custodyKnown()) {
                custodyUnknown.add(new Who(subject, null));
            }
            for (PersonRef person : circle.people()) {
                skipped |= !informed(person) && excused(person);
                if (!informed(person) && !excused(person)) {
                    uninformed.add(new Who(subject, person));
                }
            }
        }
        facts.set(FactNames.CIRCLE_AGE_KNOWN, ageUnknown.isEmpty())
                .concerns(FactNames.CIRCLE_AGE_KNOWN, ageUnknown)
                .set(FactNames.CIRCLE_CUSTODY_KNOWN, custodyUnknown.isEmpty())
                .concerns(FactNames.CIRCLE_CUSTODY_KNOWN, custodyUnknown)
                .set(FactNames.INFORMED, uninformed.isEmpty())
                .concerns(FactNames.INFORMED, uninformed)
                .set(FactNames.INFORMING_SKIPPED, skipped);
    }

    /** Whether all is in order for an item about somebody without whom there still is a message. */
    boolean inOrder(PersonRef subject) {
        Circle circle = circle(subject);
        return circle.ageKnown()
                && circle.custodyKnown()
                && circle.people().stream().allMatch(person -> informed(person) || excused(person));
    }

    private boolean informed(PersonRef person) {
        return question.facts().informing().stream()
                .anyMatch(informing -> informing.person().equals(person)
                        && informing.informed()
                        && (informing.at() == null || !informing.at().isAfter(question.day())));
    }

    private boolean excused(PersonRef person) {
        return question.facts().informing().stream()
                .anyMatch(informing ->
                        informing.person().equals(person) && !informing.informed() && informing.reason() != null);
    }

    /** Whether it is recorded of somebody that he was told, or why not. */
    boolean recorded(PersonRef person) {
        return informed(person) || excused(person);
    }
}
