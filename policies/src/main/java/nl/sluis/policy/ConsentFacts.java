package nl.sluis.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import nl.sluis.canonical.ConsentRecord;

/** The facts about consent for one item. */
final class ConsentFacts {

    private final SubjectConsents subject;
    private final GiverStates custodians;
    private final GiverStates self;
    private final GiverStates representatives;

    ConsentFacts(SubjectConsents subject, RequestedItem item) {
        this.subject = subject;
        this.custodians = GiverStates.of(subject.custodians(), item);
        this.self = GiverStates.of(subject.self(), item);
        this.representatives = subject.givers().everyRepresentative()
                ? GiverStates.of(subject.representatives(), item)
                : GiverStates.ofOne(subject.representatives(), item);
    }

    /** The consents on which the item would go. */
    List<ConsentRecord> used() {
        List<ConsentRecord> used = new ArrayList<>();
        custodians.addUsed(used);
        self.addUsed(used);
        representatives.addUsed(used);
        return used;
    }

    void fill(Facts facts) {
        facts.set(FactNames.AGE, subject.givers().age())
                .set(FactNames.CUSTODY, subject.givers().heldBy())
                .set(FactNames.CUSTODIANS_AGREE, custodians.agreed())
                .set(FactNames.SELF_AGREES, self.agreed())
                .set(FactNames.REPRESENTATIVE_AGREES, representatives.agreed())
                .set(FactNames.REPRESENTATIVE_KNOWN, !representatives.isEmpty())
                .set(FactNames.CUSTODIAN_REFUSES, custodians.refused())
                .set(FactNames.SELF_REFUSES, self.refused() || representatives.refused())
                .set(FactNames.CONSENT_MISSING, !agreed())
                .set(FactNames.OUTSIDER_DECIDED, !subject.outsiders().isEmpty());
        int there = shortcomings();
        for (Shortcoming shortcoming : Shortcoming.ALL) {
            facts.set(shortcoming.fact(), (there & shortcoming.bit()) != 0);
        }
    }

    /** Whether somebody is asked, and everybody who is consents. */
    private boolean agreed() {
        boolean somebody = !custodians.isEmpty() || !self.isEmpty() || !representatives.isEmpty();
        return somebody
                && (custodians.isEmpty() || custodians.agreed())
                && (self.isEmpty() || self.agreed())
                && (representatives.isEmpty() || representatives.agreed());
    }

    /** Says whom the facts concern; only reasons need it. Who refused has decided and is not missing: his refusal is told. */
    void tellPeople(Facts facts) {
        facts.concerns(FactNames.CUSTODIANS_AGREE, who(GiverState::missing, custodians))
                .concerns(FactNames.SELF_AGREES, who(GiverState::missing, self))
                .concerns(FactNames.REPRESENTATIVE_AGREES, who(GiverState::missing, representatives))
                .concerns(FactNames.CUSTODIAN_REFUSES, who(GiverState::refused, custodians))
                .concerns(FactNames.SELF_REFUSES, who(GiverState::refused, self, representatives))
                .concerns(FactNames.OUTSIDER_DECIDED, List.copyOf(subject.outsiders()));
        int there = shortcomings();
        for (Shortcoming shortcoming : Shortcoming.ALL) {
            boolean nobody = (there & shortcoming.bit()) == 0;
            Predicate<GiverState> has = state -> state.has(shortcoming);
            facts.concerns(shortcoming.fact(), nobody ? List.of() : who(has, custodians, self, representatives));
        }
    }

    private int shortcomings() {
        return custodians.shortcomings() | self.shortcomings() | representatives.shortcomings();
    }

    private List<Who> who(Predicate<GiverState> wanted, GiverStates... groups) {
        List<Who> found = new ArrayList<>();
        int said = 0;
        for (GiverStates group : groups) {
            int before = found.size();
            group.addWho(found, subject.subject(), wanted);
            said += found.size() > before ? 1 : 0;
        }
        // Somebody may be asked for two reasons; within one group everybody is there once
        return said > 1 ? List.copyOf(new LinkedHashSet<>(found)) : found;
    }
}
