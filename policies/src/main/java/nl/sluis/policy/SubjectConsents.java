package nl.sluis.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.PersonRef;

/** Whose consent is needed for items about one person, and what is on record of each: the same for every item about him. */
final class SubjectConsents {

    private final PersonRef subject;
    private final Givers givers;
    private final List<Coverage> custodians;
    private final List<Coverage> self;
    private final List<Coverage> representatives;
    private final List<Coverage> alternatives;
    private final Set<Who> outsiders = new LinkedHashSet<>();

    SubjectConsents(Question question, PersonRef subject, Givers givers) {
        this.subject = subject;
        this.givers = givers;
        this.custodians = coverage(givers.custodians(), Coverage.IN_LAW);
        this.self = givers.needed(GiverGroup.SELF) ? coverage(List.of(subject), Coverage.SELF) : List.of();
        this.representatives =
                coverage(givers.representatives(), givers.everyRepresentative() ? Coverage.IN_LAW : Coverage.ON_RECORD);
        this.alternatives = coverage(givers.alternatives(), Coverage.ON_RECORD);
        for (ConsentRecord record : question.consents()) {
            if (record.subjects().contains(subject)) {
                add(new SeenRecord(record, question));
            }
        }
    }

    private static List<Coverage> coverage(List<PersonRef> people, Set<Capacity> capacities) {
        if (people.isEmpty()) {
            return List.of();
        }
        List<Coverage> all = new ArrayList<>(people.size());
        for (PersonRef giver : people) {
            all.add(new Coverage(giver, capacities));
        }
        return all;
    }

    private void add(SeenRecord record) {
        boolean fromCustodian = add(record, custodians);
        add(record, self);
        add(record, representatives);
        add(record, alternatives);
        Capacity capacity = record.record().capacity();
        boolean asCustodian = capacity == Capacity.CUSTODIAN || capacity == Capacity.GUARDIAN;
        PersonRef giver = record.record().giver();
        if (asCustodian
                && !fromCustodian
                && !custodians.isEmpty()
                && !givers.custodians().contains(giver)) {
            outsiders.add(new Who(subject, giver));
        }
    }

    private static boolean add(SeenRecord record, List<Coverage> coverages) {
        for (Coverage coverage : coverages) {
            if (coverage.takes(record)) {
                coverage.add(record);
                return true;
            }
        }
        return false;
    }

    PersonRef subject() {
        return subject;
    }

    Givers givers() {
        return givers;
    }

    List<Coverage> custodians() {
        return custodians;
    }

    List<Coverage> self() {
        return self;
    }

    List<Coverage> representatives() {
        return representatives;
    }

    List<Coverage> alternatives() {
        return alternatives;
    }

    /** People without custody who consented or refused as if they had it (law table R11). */
    Set<Who> outsiders() {
        return outsiders;
    }
}
