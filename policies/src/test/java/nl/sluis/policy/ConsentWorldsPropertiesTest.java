package nl.sluis.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.Custody;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Purpose;

/** What no family, act, age, custody or history of consents may bring about. Each run holds enough permits to mean something. */
class ConsentWorldsPropertiesTest {

    private static final List<PersonRef> GIVERS = List.of(Questions.SANNE, Questions.KEREM, Questions.MILA);

    private final PolicyDecisionPoint decisionPoint = new PolicyDecisionPoint();

    @Provide
    Arbitrary<FamilyWorld> worlds() {
        return FamilyWorld.any();
    }

    @Provide
    Arbitrary<ConsentRecord> records() {
        return FamilyWorld.anyRecord();
    }

    private boolean permits(FamilyWorld world) {
        return permits(world, FamilyWorld.AT);
    }

    private boolean permits(FamilyWorld world, Instant at) {
        return world.outcome(decisionPoint, at) == Outcome.PERMIT;
    }

    private static void enough(boolean permit) {
        Statistics.label("permits")
                .collect(permit)
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 5));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void nothingGoesAfterEverybodyWithdrew(
            @ForAll("worlds") FamilyWorld world, @ForAll @LongRange(min = 0, max = 40_000_000) long later) {
        enough(permits(world));
        FamilyWorld withdrawn = world.map(record -> record.withdrawn(FamilyWorld.AT));
        assertThat(permits(withdrawn, FamilyWorld.AT.plusSeconds(later))).isFalse();
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void aWithdrawalByAnybodyNeverPermits(
            @ForAll("worlds") FamilyWorld world, @ForAll @LongRange(min = 0, max = 40_000_000) long later) {
        Instant at = FamilyWorld.AT.plusSeconds(later);
        boolean before = permits(world, at);
        enough(permits(world));
        for (PersonRef giver : GIVERS) {
            FamilyWorld after =
                    world.map(record -> record.giver().equals(giver) && record.decision() == ConsentDecision.GIVEN
                            ? record.withdrawn(FamilyWorld.AT)
                            : record);
            assertThat(!before && permits(after, at)).isFalse();
        }
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void theConsentsOfAnybodyTakenAwayNeverPermit(@ForAll("worlds") FamilyWorld world) {
        boolean before = permits(world);
        enough(before);
        for (PersonRef giver : GIVERS) {
            List<ConsentRecord> without = world.records().stream()
                    .filter(record -> !record.giver().equals(giver) || record.decision() == ConsentDecision.REFUSED)
                    .toList();
            assertThat(!before && permits(world.with(without))).isFalse();
        }
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void aRefusalOfAnybodyNeverPermits(@ForAll("worlds") FamilyWorld world, @ForAll("records") ConsentRecord record) {
        boolean before = permits(world);
        enough(before);
        List<ConsentRecord> more = new ArrayList<>(world.records());
        more.add(new ConsentRecord(
                "refusal",
                record.giver(),
                record.capacity(),
                record.subjects(),
                record.discloser(),
                record.recipients(),
                record.purposes(),
                record.categories(),
                record.lifeDomains(),
                ConsentDecision.REFUSED,
                null,
                null,
                record.recordedAt(),
                null,
                "form"));
        assertThat(!before && permits(world.with(more))).isFalse();
    }

    /** Whoever the law table asks (3.2) has himself one live consent that covers all of it. */
    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void whateverGoesIsCoveredByOneConsentOfEachWhoIsNeeded(@ForAll("worlds") FamilyWorld world) {
        boolean permit = permits(world);
        enough(permit);
        if (permit) {
            Set<PersonRef> covering = new HashSet<>();
            world.records().stream()
                    .filter(ConsentWorldsPropertiesTest::covers)
                    .forEach(record -> covering.add(record.giver()));
            Set<PersonRef> needed = GiversByLaw.needed(world);
            if (needed.isEmpty()) {
                assertThat(covering).containsAnyOf(Questions.SANNE, Questions.KEREM);
            } else {
                assertThat(covering).containsAll(needed);
            }
        }
    }

    private static boolean covers(ConsentRecord record) {
        LocalDate from = record.from();
        LocalDate until = record.until();
        return record.decision() == ConsentDecision.GIVEN
                && record.recipients().contains(Questions.TEAM)
                && record.purposes().contains(Purpose.YOUTH_SUPPORT)
                && record.categories().contains(DataCategory.OBSERVATION)
                && record.lifeDomains().contains(LifeDomain.LGZ)
                && (from == null || !from.isAfter(FamilyWorld.DAY))
                && (until == null || !until.isBefore(FamilyWorld.DAY))
                && record.evidence() != null;
    }

    @Property(tries = 700, edgeCases = EdgeCasesMode.NONE)
    void unknownCustodyNeverPermitsWhatEveryKnownCustodyDenies(@ForAll("worlds") FamilyWorld world) {
        FamilyWorld.Subject mila = world.subject();
        boolean unknown = permits(world.with(new FamilyWorld.Subject(mila.birth(), mila.capable(), null)));
        enough(unknown);
        boolean some = false;
        boolean all = true;
        for (Custody custody : FamilyWorld.CUSTODIES) {
            boolean known = permits(world.with(new FamilyWorld.Subject(mila.birth(), mila.capable(), custody)));
            some |= known;
            all &= known;
        }
        assertThat(unknown && !some).isFalse();
        // Who can weigh his own interests is not helped by silence about custody at all.
        assertThat(unknown && mila.capable() && !all).isFalse();
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void anUnknownBirthDateNeverPermitsWhatAKnownOneDenies(@ForAll("worlds") FamilyWorld world) {
        FamilyWorld.Subject mila = world.subject();
        for (String partial :
                List.of("0000-00-00", "2012-00-00", "2010-00-00", "2010-11-00", "2014-11-00", "1990-00-00")) {
            PartialDate birth = PartialDate.parse(partial);
            boolean unknown = permits(world.with(new FamilyWorld.Subject(birth, mila.capable(), mila.custody())));
            boolean some = false;
            boolean all = true;
            for (LocalDate day : days(birth)) {
                boolean known = permits(
                        world.with(new FamilyWorld.Subject(PartialDate.of(day), mila.capable(), mila.custody())));
                some |= known;
                all &= known;
            }
            enough(unknown);
            assertThat(unknown && !some).as(partial).isFalse();
            assertThat(unknown && mila.capable() && !all).as(partial).isFalse();
        }
    }

    /** The first and the last day that it can be, and the days around every birthday that matters on the day of sending. */
    private static List<LocalDate> days(PartialDate birth) {
        List<LocalDate> days = new ArrayList<>(List.of(birth.earliest(), birth.latest()));
        for (int age : new int[] {8, 12, 16, 18, 40}) {
            for (int near = -1; near <= 1; near++) {
                LocalDate day = FamilyWorld.DAY.minusYears(age).plusDays(near);
                if (!day.isBefore(birth.earliest()) && !day.isAfter(birth.latest())) {
                    days.add(day);
                }
            }
        }
        return days;
    }
}
