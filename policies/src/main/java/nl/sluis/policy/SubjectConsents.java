package nl.sluis.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.PersonRef;

/** Whose consent is needed for items about one person, and what is on record of each: the same for every item about him. */
final class SubjectConsents {

    private static final Coverage[] NOBODY = {};

    private final PersonRef subject;
    private final Givers givers;
    private final Coverage[] custodians;
    private final Coverage[] self;
    private final Coverage[] representatives;
    private final Coverage[] alternatives;
    private List<Who> outsiders = List.of();

    SubjectConsents(Question question, PersonRef subject, Givers givers) {
        this.subject = subject;
        this.givers = givers;
        this.custodians = coverage(givers.custodians(), Coverage.IN_LAW);
        this.self = givers.needed(GiverGroup.SELF) ? coverage(List.of(subject), Coverage.SELF) : NOBODY;
        this.representatives =
                coverage(givers.representatives(), givers.everyRepresentative() ? Coverage.IN_LAW : Coverage.ON_RECORD);
        this.alternatives = coverage(givers.alternatives(), Coverage.ON_RECORD);
        List<SeenRecord> records = question.records();
        for (int i = 0; i < records.size(); i++) {
            SeenRecord record = records.get(i);
            if (record.record().subjects().contains(subject)) {
                add(record);
            }
        }
    }

    private static Coverage[] coverage(List<PersonRef> people, Set<Capacity> capacities) {
        if (people.isEmpty()) {
            return NOBODY;
        }
        Coverage[] all = new Coverage[people.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = new Coverage(people.get(i), capacities);
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
        if (asCustodian
                && !fromCustodian
                && custodians.length > 0
                && !givers.custodians().contains(record.record().giver())) {
            outsider(new Who(subject, record.record().giver()));
        }
    }

    private static boolean add(SeenRecord record, Coverage[] coverages) {
        for (Coverage coverage : coverages) {
            if (coverage.takes(record)) {
                coverage.add(record);
                return true;
            }
        }
        return false;
    }

    private void outsider(Who outsider) {
        if (outsiders.isEmpty()) {
            outsiders = new ArrayList<>();
        }
        if (!outsiders.contains(outsider)) {
            outsiders.add(outsider);
        }
    }

    PersonRef subject() {
        return subject;
    }

    Givers givers() {
        return givers;
    }

    Coverage[] custodians() {
        return custodians;
    }

    Coverage[] self() {
        return self;
    }

    Coverage[] representatives() {
        return representatives;
    }

    Coverage[] alternatives() {
        return alternatives;
    }

    /** People without custody who consented or refused as if they had it (law table R11), each once. */
    List<Who> outsiders() {
        return outsiders;
    }
}
