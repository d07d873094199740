package nl.sluis.policy;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.PartialDate;
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
        PartialDate birth = person.birthDate();
        AgeClass youngest = AgeClass.on(question.day(), birth.latest());
        AgeClass oldest = birth.complete() ? youngest : AgeClass.on(question.day(), birth.earliest());
        Set<GiverGroup> always = groups(person, youngest);
        boolean matters = oldest != youngest && !groups(person, oldest).equals(always);
        if (matters) {
            always = EnumSet.copyOf(always);
            always.retainAll(groups(person, oldest));
        }
        List<PersonRef> holders = Custodians.of(person.custody()).orElse(List.of());
        boolean inLaw = !holders.isEmpty() && decidesInLaw(person);
        boolean representative = always.contains(GiverGroup.REPRESENTATIVE);
        return new Givers(
                always,
                matters ? null : youngest,
                holders.isEmpty() ? null : heldBy(person),
                always.contains(GiverGroup.CUSTODIANS) ? holders : List.of(),
                representative ? (inLaw ? holders : onRecord(person)) : List.of(),
                representative && inLaw ? beside(holders, person) : List.of(),
                inLaw);
    }

    private Set<GiverGroup> groups(PersonFacts person, AgeClass age) {
        return table.groups(question.request(), age, person.capable());
    }

    private static HeldBy heldBy(PersonFacts person) {
        return Custodians.guardian(person.custody()) ? HeldBy.GUARDIAN : HeldBy.PARENTS;
    }

    /** Whether custody says who represents: a minor's custodians, an adult's guardian. Else it is whoever is on record. */
    private boolean decidesInLaw(PersonFacts person) {
        return !AgeClass.adult(question.day(), person.birthDate().latest()) || Custodians.guardian(person.custody());
    }

    /** Who represents beside a minor's custodians: somebody else than they, recorded as that. A guardian leaves no choice. */
    private List<PersonRef> beside(List<PersonRef> holders, PersonFacts person) {
        if (heldBy(person) != HeldBy.PARENTS) {
            return List.of();
        }
        return acting(person, EnumSet.of(Capacity.REPRESENTATIVE)).stream()
                .filter(giver -> !holders.contains(giver))
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
