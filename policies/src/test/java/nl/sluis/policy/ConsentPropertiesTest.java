package nl.sluis.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Purpose;

class ConsentPropertiesTest {

    private static final Instant AUTUMN = Instant.parse("2026-09-15T07:00:00Z");

    private final PolicyDecisionPoint decisionPoint = new PolicyDecisionPoint();

    private Outcome judge(Instant at, List<ConsentRecord> consents) {
        return decisionPoint
                .judge(Questions.question(at, List.of(Questions.sleep()), Questions.consents(consents)))
                .outcome();
    }

    @Property
    void withdrawalNeverPermitsFromItsMoment(@ForAll @LongRange(min = -5_000_000, max = 40_000_000) long seconds) {
        Instant withdrawn = Instant.parse("2026-10-01T10:00:00Z");
        Instant at = withdrawn.plusSeconds(seconds);
        Outcome outcome =
                judge(at, List.of(Questions.given(Questions.SANNE), Questions.withdrawn(Questions.KEREM, withdrawn)));
        if (seconds >= 0) {
            assertThat(outcome).isNotEqualTo(Outcome.PERMIT);
        }
    }

    /** The latest record decides, so one record may hide an older one; a giver's history as a whole can only help. */
    @Property(tries = 2000)
    void removingTheConsentsOfAGiverNeverPermits(@ForAll("records") List<ConsentRecord> records) {
        List<ConsentRecord> given = records.stream()
                .filter(record -> record.decision() == ConsentDecision.GIVEN)
                .toList();
        if (judge(AUTUMN, given) != Outcome.PERMIT) {
            for (PersonRef giver : List.of(Questions.SANNE, Questions.KEREM)) {
                List<ConsentRecord> without = given.stream()
                        .filter(record -> !record.giver().equals(giver))
                        .toList();
                assertThat(judge(AUTUMN, without)).isNotEqualTo(Outcome.PERMIT);
            }
        }
    }

    @Property(tries = 2000)
    void oneGiversScopeNeverWidensAnothers(@ForAll("records") List<ConsentRecord> records) {
        List<ConsentRecord> sanneOnly = records.stream()
                .filter(record -> record.giver().equals(Questions.SANNE))
                .toList();
        assertThat(judge(AUTUMN, sanneOnly)).isNotEqualTo(Outcome.PERMIT);
        if (judge(AUTUMN, records) == Outcome.PERMIT) {
            for (PersonRef giver : List.of(Questions.SANNE, Questions.KEREM)) {
                assertThat(records).anySatisfy(record -> {
                    assertThat(record.giver()).isEqualTo(giver);
                    assertThat(record.decision()).isEqualTo(ConsentDecision.GIVEN);
                    assertThat(record.recipients()).contains(Questions.TEAM);
                    assertThat(record.purposes()).contains(Purpose.YOUTH_SUPPORT);
                    assertThat(record.categories()).contains(DataCategory.OBSERVATION);
                    assertThat(record.lifeDomains()).contains(LifeDomain.LGZ);
                });
            }
        }
    }

    @Property(tries = 1000)
    void addingARefusalNeverPermits(@ForAll("records") List<ConsentRecord> records) {
        if (judge(AUTUMN, records) != Outcome.PERMIT) {
            List<ConsentRecord> more = new ArrayList<>(records);
            more.add(Questions.refused(Questions.SANNE));
            assertThat(judge(AUTUMN, more)).isNotEqualTo(Outcome.PERMIT);
        }
    }

    @Provide
    Arbitrary<List<ConsentRecord>> records() {
        Arbitrary<PersonRef> givers = Arbitraries.of(Questions.SANNE, Questions.KEREM);
        Arbitrary<Set<OrganisationId>> recipients =
                Arbitraries.of(Questions.TEAM, new OrganisationId("woonbaken")).set();
        Arbitrary<Set<Purpose>> purposes =
                Arbitraries.of(Purpose.YOUTH_SUPPORT, Purpose.DEBT_HELP).set();
        Arbitrary<Set<DataCategory>> categories =
                Arbitraries.of(DataCategory.OBSERVATION, DataCategory.OPINION).set();
        Arbitrary<Set<LifeDomain>> domains =
                Arbitraries.of(LifeDomain.LGZ, LifeDomain.REL).set();
        Arbitrary<ConsentDecision> decisions = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(6, ConsentDecision.GIVEN), net.jqwik.api.Tuple.of(1, ConsentDecision.REFUSED));
        Arbitrary<Long> moments = Arbitraries.longs().between(0, 20_000_000);
        return Combinators.combine(givers, recipients, purposes, categories, domains, decisions, moments)
                .as(ConsentPropertiesTest::record)
                .list()
                .ofMaxSize(8);
    }

    private static ConsentRecord record(
            PersonRef giver,
            Set<OrganisationId> recipients,
            Set<Purpose> purposes,
            Set<DataCategory> categories,
            Set<LifeDomain> domains,
            ConsentDecision decision,
            long moment) {
        return new ConsentRecord(
                "c",
                giver,
                Capacity.CUSTODIAN,
                Set.of(Questions.MILA),
                Questions.SCHOOL,
                recipients,
                purposes,
                categories,
                domains,
                decision,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2027, 8, 31),
                Instant.parse("2026-02-01T00:00:00Z").plusSeconds(moment),
                null,
                "form");
    }
}
