package nl.sluis.policy;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.PersonRef;

/** Finds whose consent is needed: the table of givers decides (law table 3.2), and custody or records name the people. */
final class GiversFinder {

    private final Question question;
    private final GiverTable table;

    GiversFinder(Question question, GiverTable table) {
        this.question = question;
        this.table = table;
    }

    Givers of(PersonRef subject) {
        PersonFacts person = question.person(subject);
        AgeClass oldest = AgeClass.on(question.day(), person.birthDate().earliest());
        AgeClass youngest = AgeClass.on(question.day(), person.birthDate().latest());
        Set<GiverGroup> whenOldest = groups(person, oldest);
        Set<GiverGroup> always = groups(person, youngest);
        boolean matters = !whenOldest.equals(always);
        if (matters) {
            always = EnumSet.copyOf(always);
            always.retainAll(whenOldest);
        }
        Optional<List<PersonRef>> holders = Custodians.of(person.custody());
        Optional<List<PersonRef>> heldInLaw = holders.filter(any -> decidesInLaw(person));
        return new Givers(
                always,
                matters ? null : youngest,
                holders.isPresent() ? heldBy(person) : null,
                always.contains(GiverGroup.CUSTODIANS) ? holders.orElse(List.of()) : List.of(),
                always.contains(GiverGroup.REPRESENTATIVE) ? heldInLaw.orElseGet(() -> onRecord(person)) : List.of(),
                always.contains(GiverGroup.REPRESENTATIVE) ? beside(heldInLaw, person) : List.of(),
                heldInLaw.isPresent());
    }

    private Set<GiverGroup> groups(PersonFacts person, AgeClass age) {
        return table.groups(
                age,
                person.capable(),
                question.request().sender().regime(),
                question.facts().disclosure1215());
    }

    private static HeldBy heldBy(PersonFacts person) {
        return Custodians.guardian(person.custody()) ? HeldBy.GUARDIAN : HeldBy.PARENTS;
    }

    /** Whether custody says who represents: a minor's custodians, an adult's guardian. Else it is whoever is on record. */
    private boolean decidesInLaw(PersonFacts person) {
        return !AgeClass.adult(question.day(), person.birthDate().latest()) || Custodians.guardian(person.custody());
    }

    /** Who represents beside a minor's custodians: somebody else than they, recorded as that. A guardian leaves no choice. */
    private List<PersonRef> beside(Optional<List<PersonRef>> heldInLaw, PersonFacts person) {
        if (heldInLaw.isEmpty() || heldBy(person) != HeldBy.PARENTS) {
            return List.of();
        }
        return acting(person, EnumSet.of(Capacity.REPRESENTATIVE)).stream()
                .filter(giver -> !heldInLaw.get().contains(giver))
                .toList();
    }

    private List<PersonRef> onRecord(PersonFacts person) {
        return acting(person, EnumSet.of(Capacity.REPRESENTATIVE, Capacity.GUARDIAN));
    }

    /** Who consented in such a capacity, or refused in whatever capacity: a refusal is never passed over. */
    private List<PersonRef> acting(PersonFacts person, Set<Capacity> capacities) {
        return question.facts().consents().stream()
                .filter(record -> record.subjects().contains(person.ref())
                        && !record.giver().equals(person.ref())
                        && (capacities.contains(record.capacity()) || record.decision() == ConsentDecision.REFUSED)
                        && !record.recordedAt().isAfter(question.request().at()))
                .map(ConsentRecord::giver)
                .distinct()
                .sorted(Comparator.comparing(PersonRef::value))
                .toList();
    }
}
