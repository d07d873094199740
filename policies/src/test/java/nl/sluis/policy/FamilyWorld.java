package nl.sluis.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.Custody;
import nl.sluis.canonical.CustodyType;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Regime;
import org.jspecify.annotations.Nullable;

/** A question on consent about Mila of any age, under any act, with any custody and any records of three people. */
record FamilyWorld(
        Subject subject, Regime regime, RecordedFacts.Disclosure1215 disclosure, List<ConsentRecord> records) {

    static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
    static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    /** Mila herself. */
    record Subject(
            PartialDate birth, boolean capable, @Nullable Custody custody) {}

    static final List<Custody> CUSTODIES = List.of(
            new Custody(CustodyType.JOINT_PARENTS, List.of(Questions.SANNE, Questions.KEREM), false),
            new Custody(CustodyType.SOLE_PARENT, List.of(Questions.SANNE), false),
            new Custody(CustodyType.SOLE_PARENT, List.of(Questions.KEREM), false),
            new Custody(CustodyType.GUARDIAN, List.of(Questions.SANNE), false));

    FamilyWorld with(List<ConsentRecord> other) {
        return new FamilyWorld(subject, regime, disclosure, List.copyOf(other));
    }

    FamilyWorld with(Subject other) {
        return new FamilyWorld(other, regime, disclosure, records);
    }

    FamilyWorld map(UnaryOperator<ConsentRecord> change) {
        return with(records.stream().map(change).toList());
    }

    Outcome outcome(PolicyDecisionPoint decisionPoint, Instant at) {
        RecordedFacts none = Questions.consents(records);
        RecordedFacts facts = new RecordedFacts(
                records,
                none.meldcode(),
                none.informing(),
                none.arrears(),
                none.measures(),
                none.withheldByProfessional(),
                none.secondProfessional(),
                none.meeting(),
                disclosure,
                false);
        return decisionPoint
                .judge(new SharingRequest(
                        at,
                        new SendingParty(Questions.SCHOOL, OrganisationType.SCHOOL, regime, ProfessionalRole.OTHER),
                        new ReceivingParty(Questions.TEAM, OrganisationType.WIJKTEAM),
                        MessageKind.SIGNAL,
                        Purpose.YOUTH_SUPPORT,
                        LegalBasis.CONSENT,
                        List.of(new PersonFacts(Questions.MILA, subject.birth(), subject.capable(), subject.custody())),
                        List.of(Questions.sleep()),
                        facts))
                .outcome();
    }

    static Arbitrary<FamilyWorld> any() {
        Arbitrary<PartialDate> births = Arbitraries.of(
                        "2017-03-01", "2013-05-05", "2009-01-01", "1999-06-06", "2012-00-00")
                .map(PartialDate::parse);
        Arbitrary<Subject> subjects = Combinators.combine(
                        births, Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false)), Arbitraries.of(CUSTODIES))
                .as(Subject::new);
        return Combinators.combine(
                        subjects,
                        Arbitraries.of(Regime.values()),
                        Arbitraries.of(RecordedFacts.Disclosure1215.values()),
                        anyRecord().list().ofMinSize(1).ofMaxSize(7))
                .as(FamilyWorld::new);
    }

    /** Mostly wide enough, and now and then too narrow, too early, too late, without evidence or refused. */
    static Arbitrary<ConsentRecord> anyRecord() {
        Arbitrary<Acting> givers = Arbitraries.of(
                new Acting(Questions.SANNE, Capacity.CUSTODIAN),
                new Acting(Questions.SANNE, Capacity.REPRESENTATIVE),
                new Acting(Questions.KEREM, Capacity.REPRESENTATIVE),
                new Acting(Questions.KEREM, Capacity.CUSTODIAN),
                new Acting(Questions.MILA, Capacity.SELF));
        Arbitrary<Set<OrganisationId>> recipients =
                mostly(Set.of(Questions.TEAM), Set.of(new OrganisationId("woonbaken")));
        Arbitrary<Set<Purpose>> purposes = mostly(Set.of(Purpose.YOUTH_SUPPORT), Set.of(Purpose.DEBT_HELP));
        Arbitrary<Set<DataCategory>> categories =
                mostly(Set.of(DataCategory.OBSERVATION), Set.of(DataCategory.OPINION));
        Arbitrary<Set<LifeDomain>> domains = mostly(Set.of(LifeDomain.LGZ), Set.of(LifeDomain.REL));
        Arbitrary<ConsentDecision> decisions = mostly(ConsentDecision.GIVEN, ConsentDecision.REFUSED);
        Arbitrary<Integer> days = Arbitraries.integers().between(1, 300);
        Arbitrary<Integer> odd = Arbitraries.frequency(Tuple.of(9, 0), Tuple.of(1, 1), Tuple.of(1, 2), Tuple.of(1, 3));
        return Combinators.combine(givers, recipients, purposes, categories, domains, decisions, days, odd)
                .as(FamilyWorld::record);
    }

    private static <T> Arbitrary<T> mostly(T right, T wrong) {
        return Arbitraries.frequency(Tuple.of(9, right), Tuple.of(1, wrong));
    }

    /** Somebody, and as what he acts. */
    private record Acting(PersonRef giver, Capacity capacity) {}

    private static ConsentRecord record(
            Acting acting,
            Set<OrganisationId> recipients,
            Set<Purpose> purposes,
            Set<DataCategory> categories,
            Set<LifeDomain> domains,
            ConsentDecision decision,
            int day,
            int odd) {
        return new ConsentRecord(
                "c" + day,
                acting.giver(),
                acting.capacity(),
                Set.of(Questions.MILA),
                Questions.SCHOOL,
                recipients,
                purposes,
                categories,
                domains,
                decision,
                odd == 1 ? DAY.plusDays(1) : DAY.minusDays(400),
                odd == 2 ? DAY.minusDays(1) : null,
                AT.minusSeconds(day * 86_400L),
                null,
                odd == 3 ? null : "form");
    }
}
