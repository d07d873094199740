package nl.sluis.consent;

import static nl.sluis.consent.CopiesFixture.KEEPER;
import static nl.sluis.consent.CopiesFixture.STRANGER;
import static nl.sluis.consent.CopiesFixture.SUCCESSOR;
import static nl.sluis.consent.CopiesFixture.copy;
import static nl.sluis.consent.CopiesFixture.refusal;
import static nl.sluis.consent.CopiesFixture.stands;
import static nl.sluis.consent.CopiesFixture.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PersonRef;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsentCopiesTest {

    private static final DataSource DATABASE = TestDatabase.migrated();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T09:00:00Z"));
    private CopiesFixture node;

    @BeforeEach
    void emptied() {
        node = new CopiesFixture(DATABASE, clock);
    }

    @Test
    void aCopyCountsAsTheConsentThatItIs() {
        node.accept(copy("c1", clock.instant()));

        assertThat(node.concerning()).singleElement().satisfies(record -> {
            assertThat(record.giver()).isEqualTo(new PersonRef("sanne"));
            assertThat(record.subjects()).containsExactly(new PersonRef("mila"));
            assertThat(record.decision()).isEqualTo(ConsentDecision.GIVEN);
            assertThat(record.recipients()).containsExactly(ConsentFixture.TEAM.organisation());
            assertThat(record.evidence()).isNotNull();
            assertThat(record.withdrawnAt()).isNull();
        });
        assertThat(node.changed()).hasSize(2);
    }

    @Test
    void aCopyThatWasNotConfirmedInTimeHasNoEvidenceUntilItIs() {
        node.accept(copy("c1", clock.instant()));
        clock.advance(Duration.ofDays(3));
        assertThat(node.concerning())
                .singleElement()
                .extracting(ConsentRecord::evidence)
                .isNull();
        node.forgetChanges();

        node.accept(stands(KEEPER, clock.instant(), "c1"));

        assertThat(node.concerning())
                .singleElement()
                .extracting(ConsentRecord::evidence)
                .isNotNull();
        assertThat(node.changed()).as("what waits is decided again").hasSize(2);
    }

    @Test
    void whoGoesOnWithTheWorkOfAKeeperConfirmsWhatItRecordedOnlyWhenSomethingWasAgreedWithIt() {
        node.accept(copy("c1", clock.instant()));
        clock.advance(Duration.ofDays(3));

        node.accept(stands(STRANGER, clock.instant(), "c1"), List.of(KEEPER));
        node.accept(stands(SUCCESSOR, clock.instant(), "c1"), List.of());
        assertThat(node.concerning())
                .singleElement()
                .extracting(ConsentRecord::evidence)
                .isNull();

        node.accept(stands(SUCCESSOR, clock.instant(), "c1"), List.of(KEEPER));
        assertThat(node.concerning())
                .singleElement()
                .extracting(ConsentRecord::evidence)
                .isNotNull();
    }

    @Test
    void aWithdrawalThatAnySuccessorOfTheKeeperTellsCounts() {
        node.accept(copy("c1", clock.instant()));

        node.accept(withdrawn(STRANGER, clock.instant(), "c1"), List.of(KEEPER));

        assertThat(node.concerning())
                .singleElement()
                .extracting(ConsentRecord::withdrawnAt)
                .isNotNull();
    }

    /** Else it would not be found by the name that the organisation itself uses. */
    @Test
    void whoIsNamedInACopyStaysKnown() {
        assertThat(node.claim("mila")).isEmpty();
        node.accept(copy("c1", clock.instant()));
        node.accept(withdrawn(KEEPER, clock.instant(), "c1"));

        assertThat(node.claim("mila")).contains("COPY");
        assertThat(node.claim("sanne")).contains("COPY");
        assertThat(node.claim("somebody-else")).isEmpty();
    }

    @Test
    void aPromiseOfTheFutureMakesNoCopyFreshForEver() {
        node.accept(copy("c1", Instant.parse("2999-01-01T00:00:00Z")));
        node.accept(stands(KEEPER, Instant.parse("2999-01-01T00:00:00Z"), "c1"));
        clock.advance(Duration.ofDays(3));

        assertThat(node.concerning())
                .singleElement()
                .extracting(ConsentRecord::evidence)
                .isNull();
    }

    @Test
    void aWithdrawalCountsWhateverComesAfterIt() {
        node.accept(copy("c1", clock.instant()));
        node.accept(withdrawn(KEEPER, clock.instant(), "c1"));
        node.accept(copy("c1", clock.instant().plusSeconds(60)));
        node.accept(stands(KEEPER, clock.instant().plusSeconds(60), "c1"));

        assertThat(node.concerning())
                .singleElement()
                .extracting(ConsentRecord::withdrawnAt)
                .isEqualTo(clock.instant());
        assertThat(node.told()).containsExactly(node.concerning().getFirst().id());
    }

    @Test
    void aWithdrawalThatComesFirstBeatsItsCopy() {
        node.accept(withdrawn(KEEPER, clock.instant(), "c1"));
        assertThat(node.concerning()).isEmpty();

        node.accept(copy("c1", clock.instant()));

        assertThat(node.concerning())
                .singleElement()
                .extracting(ConsentRecord::withdrawnAt)
                .isEqualTo(clock.instant());
    }

    @Test
    void aWithdrawalInTheFutureCountsNow() {
        node.accept(copy("c1", clock.instant()));
        node.accept(withdrawn(KEEPER, clock.instant().plusSeconds(3600), "c1"));

        assertThat(node.concerning())
                .singleElement()
                .extracting(ConsentRecord::withdrawnAt)
                .isEqualTo(clock.instant());
    }

    @Test
    void anOlderConfirmationAfterANewerChangesNothing() {
        node.accept(copy("c1", clock.instant()));
        clock.advance(Duration.ofDays(2));
        node.accept(stands(KEEPER, clock.instant(), "c1"));
        node.accept(copy("c1", clock.instant().minus(Duration.ofDays(2))));
        clock.advance(Duration.ofDays(2));

        assertThat(node.concerning())
                .singleElement()
                .extracting(ConsentRecord::evidence)
                .isNotNull();
    }

    @Test
    void anotherConsentUnderTheSameNameIsNotTaken() {
        node.accept(copy("c1", clock.instant()));
        node.accept(refusal("c1", KEEPER, clock.instant()));

        assertThat(node.concerning())
                .singleElement()
                .extracting(ConsentRecord::decision)
                .isEqualTo(ConsentDecision.GIVEN);
        assertThat(node.audited()).anyMatch(entry -> entry.startsWith("CONSENT_COPY_CONTRADICTS"));
    }

    @Test
    void aWithdrawalOfOneKeeperSaysNothingOfAnothersConsent() {
        node.accept(copy("c1", clock.instant()));
        node.accept(withdrawn(STRANGER, clock.instant(), "c1"));

        assertThat(node.concerning())
                .singleElement()
                .extracting(ConsentRecord::withdrawnAt)
                .isNull();
    }

    @Test
    void ofAKeeperWithWhomNothingWasAgreedOnlyARefusalCounts() {
        node.accept(copy("c1", STRANGER, clock.instant()));
        assertThat(node.concerning()).isEmpty();

        node.accept(refusal("c2", STRANGER, clock.instant()));

        assertThat(node.concerning())
                .singleElement()
                .extracting(ConsentRecord::decision)
                .isEqualTo(ConsentDecision.REFUSED);
    }

    @Test
    void aRefusalNeverGrowsStale() {
        node.accept(refusal("c1", KEEPER, clock.instant()));
        clock.advance(Duration.ofDays(400));

        assertThat(node.concerning())
                .singleElement()
                .extracting(ConsentRecord::decision)
                .isEqualTo(ConsentDecision.REFUSED);
    }

    @Test
    void aCopyAboutStrangersRegistersNobodyAndLeavesNoNumber() {
        node.accept(CopiesFixture.aboutStrangers("c9", clock.instant()));

        assertThat(node.concerning()).isEmpty();
        assertThat(node.changed()).isEmpty();
        assertThat(node.rowsWith(CopiesFixture.NOBODYS_NUMBER)).isZero();
    }

    @Test
    void aCopyIsFoundBySomebodyWhoIsRegisteredAfterIt() {
        CopiesFixture later = new CopiesFixture(DATABASE, clock, false);
        later.accept(copy("c1", clock.instant()));
        later.register();

        assertThat(later.concerning()).hasSize(1);
    }

    @Test
    void asksEachKeeperInGoodTimeAndNotTwiceAtOnce() {
        node.accept(copy("c1", clock.instant()));
        node.accept(copy("c2", clock.instant()));
        node.accept(withdrawn(KEEPER, clock.instant(), "c2"));
        node.accept(copy("c3", STRANGER, clock.instant()));
        node.accept(refusal("c4", KEEPER, clock.instant()));
        assertThat(node.takeToConfirm()).isEmpty();

        clock.advance(Duration.ofHours(25));
        assertThat(node.takeToConfirm()).isEqualTo(Map.<OrganisationId, List<String>>of(KEEPER, List.of("c1")));
        assertThat(node.takeToConfirm()).isEmpty();

        clock.advance(Duration.ofHours(25));
        assertThat(node.takeToConfirm()).containsKey(KEEPER);
        node.accept(stands(KEEPER, clock.instant(), "c1"));
        assertThat(node.takeToConfirm()).isEmpty();
    }
}
