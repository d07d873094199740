package nl.sluis.consent;

import static nl.sluis.consent.ConsentFixture.GP;
import static nl.sluis.consent.ConsentFixture.MILA;
import static nl.sluis.consent.ConsentFixture.SANNE;
import static nl.sluis.consent.ConsentFixture.SCHOOL;
import static nl.sluis.consent.ConsentFixture.TEAM;
import static nl.sluis.consent.ConsentFixture.by;
import static nl.sluis.consent.ConsentFixture.given;
import static nl.sluis.consent.ConsentFixture.refused;
import static nl.sluis.consent.ConsentFixture.sort;
import static nl.sluis.consent.ConsentFixture.team;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import nl.sluis.adapter.ConsentStatement;
import nl.sluis.adapter.RecipientScope;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.PersonRef;
import nl.sluis.custody.CustodyFixture;
import nl.sluis.testing.AtOnce;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentRegisterTest {

    private static final DataSource DATABASE = TestDatabase.migrated();
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final RecipientScope NOBODY = new RecipientScope(Set.of(), Set.of());

    private final SettableClock clock = new SettableClock(NOW);
    private ConsentFixture consents;

    @BeforeEach
    void freshRegister() {
        consents = new ConsentFixture(DATABASE, clock);
    }

    @Test
    void showsAConsentInTheReferencesOfTheQuestion() {
        String id = consents.record(given(team(), null, null));

        List<ConsentRecord> records = consents.register.concerning(
                consents.persons.known(
                        CustodyFixture.mention("child", "0000-00-00", "mila"),
                        CustodyFixture.mention("mother", "0000-00-00", "sanne")),
                SCHOOL,
                TEAM);

        assertThat(records).hasSize(1);
        ConsentRecord record = records.getFirst();
        assertThat(record.id()).isEqualTo(id);
        assertThat(record.giver()).isEqualTo(new PersonRef("mother"));
        assertThat(record.subjects()).containsExactly(new PersonRef("child"));
        assertThat(record.discloser()).isEqualTo(SCHOOL);
        assertThat(record.recipients()).containsExactly(TEAM.organisation());
        assertThat(record.recordedAt()).isEqualTo(NOW);
        assertThat(record.withdrawnAt()).isNull();
        assertThat(record.evidence()).isNull();
    }

    @Test
    void namesAGiverWhomTheQuestionDoesNotMentionAsTheOrganisationDoes() {
        consents.record(given(team(), null, null));

        ConsentRecord record = consents.concerning(TEAM).getFirst();

        assertThat(record.giver().value()).isEqualTo("sanne");
    }

    @Test
    void showsNothingAboutOtherSubjectsOrForOtherDisclosers() {
        consents.record(given(team(), null, null));

        assertThat(consents.register.concerning(consents.persons.known(SANNE), SCHOOL, TEAM))
                .isEmpty();
        assertThat(consents.register.concerning(consents.persons.known(MILA), new OrganisationId("other-school"), TEAM))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                // custodian as the document names it, a consent counts, a refusal counts
                "none, true, true",
                "de-wilgenhof, true, true",
                "00001234, true, true",
                "00009999, false, true",
            })
    void countsAConsentForTheNamedCustodianOnlyAndARefusalHereToo(
            String custodian, boolean givenCounts, boolean refusedCounts) {
        consents.record(given(team(), custodian, null));
        consents.record(refused(team(), custodian));

        assertThat(decisions(consents.concerning(TEAM))).isEqualTo(counted(givenCounts, refusedCounts));
    }

    @Test
    void readsASortOfRecipientsAsTheRecipientWhereItIsOne() {
        consents.record(given(sort(OrganisationType.WIJKTEAM), null, null));
        consents.record(refused(sort(OrganisationType.WIJKTEAM), null));

        assertThat(consents.concerning(TEAM))
                .hasSize(2)
                .allMatch(record -> record.recipients().equals(Set.of(TEAM.organisation())));
        assertThat(consents.concerning(GP))
                .hasSize(1)
                .allMatch(record -> record.recipients().isEmpty());
        assertThat(decisions(consents.concerning(GP))).containsExactly(ConsentDecision.GIVEN);
    }

    @Test
    void takesTheAddressedRecipientWhereAStatementNamesNone() {
        consents.register.record(List.of(given(NOBODY, null, null)), TEAM.organisation());
        consents.record(refused(NOBODY, null));

        assertThat(consents.concerning(TEAM))
                .extracting(ConsentRecord::recipients)
                .containsExactly(Set.of(TEAM.organisation()), Set.of());
    }

    @Test
    void doesNotGiveAConsentAgainWhenTheSameFormIsRepeatedAfterItsWithdrawal() {
        String id = consents.record(given(team(), null, NOW));
        consents.register.withdraw(id, by("sanne", null));
        clock.advance(Duration.ofDays(1));

        assertThat(consents.record(given(team(), null, NOW))).isEqualTo(id);

        assertThat(consents.concerning(TEAM)).hasSize(1).allMatch(record -> record.withdrawnAt() != null);
    }

    @Test
    void takesAnotherVersionOfAWithdrawnStatementForWithdrawnUnlessItWasGivenAnew() {
        String id = consents.record(given(team(), null, NOW));
        clock.advance(Duration.ofHours(1));
        consents.register.withdraw(id, by("sanne", null));
        clock.advance(Duration.ofHours(1));

        consents.record(given(sort(OrganisationType.WIJKTEAM), null, NOW));
        consents.record(given(sort(OrganisationType.WIJKTEAM), null, clock.instant()));

        assertThat(consents.concerning(TEAM))
                .extracting(record -> record.withdrawnAt() == null)
                .containsExactly(false, false, true);
    }

    @Test
    void withdrawsEveryVersionOfAStatementThatWasGivenUntilThen() {
        String id = consents.record(given(team(), null, NOW));
        consents.record(given(sort(OrganisationType.WIJKTEAM), null, NOW));

        consents.register.withdraw(id, by("sanne", null));

        assertThat(consents.concerning(TEAM)).hasSize(2).allMatch(record -> record.withdrawnAt() != null);
    }

    @Test
    void datesAConsentFromTheActSoThatAnOldFormDoesNotOvertakeARefusal() {
        consents.record(refused(team(), null));
        clock.advance(Duration.ofDays(1));
        consents.record(given(team(), null, NOW.minus(Duration.ofDays(30))));

        assertThat(consents.concerning(TEAM))
                .extracting(ConsentRecord::recordedAt)
                .containsExactly(NOW, NOW.minus(Duration.ofDays(30)));
    }

    @Test
    void recordsNothingWhenItIsUnclearWhoIsMeant() {
        consents.persons.known(
                CustodyFixture.mention("a", "0000-00-00", "mila"),
                CustodyFixture.mention("b", "0000-00-00", "bsn:" + CustodyFixture.MILA_BSN));
        var torn = CustodyFixture.mention("torn", "0000-00-00", "mila", "bsn:" + CustodyFixture.MILA_BSN);
        var statement = given(team(), null, null);

        Recording answer = consents.register.record(
                List.of(new ConsentStatement(
                        null,
                        torn,
                        statement.capacity(),
                        List.of(torn),
                        null,
                        team(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        ConsentDecision.GIVEN,
                        null,
                        null,
                        null,
                        null,
                        null)),
                null);

        assertThat(answer).isInstanceOf(Recording.UnclearPersons.class);
        assertThat(consents.persons.journal.audited()).isEmpty();
    }

    @Test
    void withdrawsOnceAndSaysWhenEachTime() {
        String id = consents.record(given(team(), null, null));
        Withdrawal first = consents.register.withdraw(id, by("sanne", null));
        clock.advance(Duration.ofHours(1));

        Withdrawal second = consents.register.withdraw(id, by("kerem", NOW.minusSeconds(60)));

        assertThat(second).isEqualTo(first).isEqualTo(new Withdrawal.Withdrawn(id, NOW));
        assertThat(consents.persons.journal.audited())
                .extracting(entry -> entry.substring(0, entry.indexOf(' ')))
                .containsExactly("CONSENT_RECORDED", "CONSENT_WITHDRAWN");
    }

    @Test
    void refusesAWithdrawalInTheFutureOrOfNothing() {
        String id = consents.record(given(team(), null, null));

        assertThat(consents.register.withdraw(id, by("sanne", NOW.plusSeconds(1))))
                .isEqualTo(new Withdrawal.InTheFuture());
        for (String other : List.of("", "nothing", "1-1-1-1-1", id.toUpperCase(Locale.ROOT) + " ")) {
            assertThat(consents.register.withdraw(other, by("sanne", null))).isEqualTo(new Withdrawal.UnknownConsent());
        }
        assertThat(consents.concerning(TEAM).getFirst().withdrawnAt()).isNull();
    }

    @Test
    void tellsWhomAFactIsAbout() {
        String id = consents.record(given(team(), null, null));
        consents.register.withdraw(id, by("sanne", null));

        var mila = consents.persons.register.idOf("mila");
        assertThat(consents.persons.journal.changed()).containsExactly(mila, mila);
        assertThat(consents.persons.journal.audited().toString()).doesNotContain("mila", "sanne");
    }

    @Test
    void recordsNothingThatCannotBeAudited() {
        consents.persons.journal.fill();

        assertThatThrownBy(() -> consents.record(given(team(), null, null))).isInstanceOf(IllegalStateException.class);

        assertThat(consents.persons.register.find("mila")).isEmpty();
        assertThat(consents.concerning(TEAM)).isEmpty();
    }

    @Test
    void keepsTextsThatTheDatabaseCannot() {
        var clean = given(team(), "a\0b\ud800" + "x".repeat(5000), null);

        consents.record(clean);

        assertThat(consents.concerning(TEAM)).isEmpty();
    }

    @Test
    void recordsTheSameStatementOnceWhenItArrivesManyTimesAtOnce() {
        List<String> ids = AtOnce.answers(8, i -> () -> consents.record(given(team(), null, NOW)));

        assertThat(new HashSet<>(ids)).hasSize(1);
        assertThat(consents.concerning(TEAM)).hasSize(1);
        List<Withdrawal> withdrawals =
                AtOnce.answers(8, i -> () -> consents.register.withdraw(ids.getFirst(), by("sanne", null)));
        assertThat(withdrawals).containsOnly(new Withdrawal.Withdrawn(ids.getFirst(), NOW));
        assertThat(consents.persons.journal.audited()).hasSize(2);
    }

    private static List<ConsentDecision> decisions(List<ConsentRecord> records) {
        return records.stream().map(ConsentRecord::decision).toList();
    }

    private static List<ConsentDecision> counted(boolean given, boolean refused) {
        List<ConsentDecision> decisions = new ArrayList<>();
        if (given) {
            decisions.add(ConsentDecision.GIVEN);
        }
        if (refused) {
            decisions.add(ConsentDecision.REFUSED);
        }
        return decisions;
    }
}
