package nl.sluis.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.sluis.canonical.ConsentRecord;
import org.jspecify.annotations.Nullable;

/** The facts about consent for one item. */
final class ConsentFacts {

    /** How to find the people whom a fact concerns, by the index of the fact; null for facts that consent says nothing of. */
    private static final @Nullable Function<ConsentFacts, List<Who>>[] PEOPLE = people();

    private final SubjectConsents subject;
    private final GiverStates custodians;
    private final GiverStates self;
    private final GiverStates representatives;

    ConsentFacts(SubjectConsents subject, RequestedItem item) {
        this.subject = subject;
        this.custodians = GiverStates.of(subject.custodians(), item);
        this.self = GiverStates.of(subject.self(), item);
        this.representatives = representatives(subject, item);
    }

    private static GiverStates representatives(SubjectConsents subject, RequestedItem item) {
        if (!subject.givers().everyRepresentative()) {
            return GiverStates.ofOne(subject.representatives(), item);
        }
        GiverStates inLaw = GiverStates.of(subject.representatives(), item);
        GiverStates onRecord = GiverStates.ofOne(subject.alternatives(), item);
        // An objection or a withdrawal of who has authority stands, whoever else consents
        boolean objection = inLaw.refused() || Shortcoming.WITHDRAWN.in(inLaw.shortcomings());
        return onRecord.agreed() && !objection ? onRecord : inLaw;
    }

    /** The consents on which the item would go. */
    List<ConsentRecord> used() {
        List<ConsentRecord> used = new ArrayList<>();
        custodians.addUsed(used);
        self.addUsed(used);
        representatives.addUsed(used);
        return used;
    }

    /** The day on which the first of those consents ends; null when none has an end. */
    @Nullable
    LocalDate firstEnd() {
        LocalDate first = GiverStates.earlier(custodians.firstEnd(), self.firstEnd());
        return GiverStates.earlier(first, representatives.firstEnd());
    }

    /** Whether everybody's consents say the same about another item about the same person. */
    boolean sameAs(ConsentFacts other) {
        return subject == other.subject
                && custodians.sameAs(other.custodians)
                && self.sameAs(other.self)
                && representatives.sameAs(other.representatives);
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
        // One by one, and not over the constants: each is then an instruction or two
        facts.set(FactNames.WITHDRAWN, Shortcoming.WITHDRAWN.in(there))
                .set(FactNames.EXPIRED, Shortcoming.EXPIRED.in(there))
                .set(FactNames.NOT_YET_VALID, Shortcoming.NOT_YET_VALID.in(there))
                .set(FactNames.WITHOUT_EVIDENCE, Shortcoming.WITHOUT_EVIDENCE.in(there))
                .set(FactNames.RECIPIENT_OUT_OF_SCOPE, Shortcoming.RECIPIENT.in(there))
                .set(FactNames.PURPOSE_OUT_OF_SCOPE, Shortcoming.PURPOSE.in(there))
                .set(FactNames.CATEGORY_OUT_OF_SCOPE, Shortcoming.CATEGORY.in(there))
                .set(FactNames.DOMAIN_OUT_OF_SCOPE, Shortcoming.DOMAIN.in(there));
    }

    /** Whether somebody is asked, and everybody who is consents. */
    private boolean agreed() {
        boolean somebody = !custodians.isEmpty() || !self.isEmpty() || !representatives.isEmpty();
        return somebody
                && (custodians.isEmpty() || custodians.agreed())
                && (self.isEmpty() || self.agreed())
                && (representatives.isEmpty() || representatives.agreed());
    }

    private int shortcomings() {
        return custodians.shortcomings() | self.shortcomings() | representatives.shortcomings();
    }

    /** Whom a fact about consent concerns; null when it is another fact. Only reasons ask. */
    @Nullable
    List<Who> people(FactName<?> fact) {
        Function<ConsentFacts, List<Who>> people = PEOPLE[fact.index()];
        return people == null ? null : people.apply(this);
    }

    @SuppressWarnings("unchecked") // Java makes no arrays of a generic type
    private static @Nullable Function<ConsentFacts, List<Who>>[] people() {
        Function<ConsentFacts, List<Who>>[] people = new Function[FactNames.count()];
        // Who refused has decided and is not missing: his refusal is told instead
        people[FactNames.CUSTODIANS_AGREE.index()] = facts -> facts.who(GiverState::missing, facts.custodians);
        people[FactNames.SELF_AGREES.index()] = facts -> facts.who(GiverState::missing, facts.self);
        people[FactNames.REPRESENTATIVE_AGREES.index()] =
                facts -> facts.who(GiverState::missing, facts.representatives);
        people[FactNames.CUSTODIAN_REFUSES.index()] = facts -> facts.who(GiverState::refused, facts.custodians);
        people[FactNames.SELF_REFUSES.index()] = facts -> Who.together(
                facts.who(GiverState::refused, facts.self), facts.who(GiverState::refused, facts.representatives));
        people[FactNames.OUTSIDER_DECIDED.index()] = facts -> facts.subject.outsiders();
        for (Shortcoming shortcoming : Shortcoming.ALL) {
            Predicate<GiverState> has = state -> state.has(shortcoming);
            people[shortcoming.fact().index()] = facts -> Who.together(
                    facts.who(has, facts.custodians),
                    Who.together(facts.who(has, facts.self), facts.who(has, facts.representatives)));
        }
        return people;
    }

    private List<Who> who(Predicate<GiverState> wanted, GiverStates givers) {
        return givers.isEmpty() ? List.of() : givers.who(subject.subject(), wanted);
    }
}
