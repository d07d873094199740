package nl.sluis.consent;

import static nl.sluis.consent.ConsentFixture.MILA;
import static nl.sluis.consent.ConsentFixture.TEAM;
import static nl.sluis.consent.ConsentFixture.by;
import static nl.sluis.consent.ConsentFixture.given;
import static nl.sluis.consent.ConsentFixture.refused;
import static nl.sluis.consent.ConsentFixture.team;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.retention.TestRetention;
import nl.sluis.storage.TestDataKeys;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

/** Who can write in the database without the node's keys gives no consent and takes no refusal back. */
class ConsentsAtRestTest {

    private static final DataSource DATABASE = TestDatabase.migrated();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final ConsentFixture consents = new ConsentFixture(DATABASE, clock);

    @Test
    void theDatabaseAloneDoesNotTellToWhatSomebodyConsented() {
        String id = consents.record(given(team(), null, null));
        consents.register.withdraw(id, by("sanne", null));

        assertThat(consents.persons
                        .jdbc
                        .sql(
                                "SELECT c::text || w::text FROM consent c JOIN consent_withdrawal w ON w.consent_id = c.id")
                        .query(String.class)
                        .single())
                .contains(id)
                .doesNotContain(
                        TEAM.organisation().value(),
                        "YOUTH_SUPPORT",
                        "OBSERVATION",
                        "LGZ",
                        "CUSTODIAN",
                        "source-1",
                        "TELEFONISCH");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE consent SET decision = 'GIVEN' WHERE id = :id",
                "UPDATE consent SET discloser = 'another' WHERE id = :id",
                "UPDATE consent SET custodian = 'another' WHERE id = :id",
                "UPDATE consent SET valid_until = '2020-01-01' WHERE id = :id",
                "UPDATE consent SET given_at = now() WHERE id = :id",
                "UPDATE consent SET source_id = 'another' WHERE id = :id",
                "UPDATE consent SET recorded_at = recorded_at - interval '1 year' WHERE id = :id",
                "UPDATE consent SET giver = gen_random_uuid() WHERE id = :id",
                "UPDATE consent SET content = (SELECT content FROM consent WHERE id <> :id) WHERE id = :id",
                "INSERT INTO consent_subject (consent_id, person_id) VALUES (:id, gen_random_uuid())",
                "INSERT INTO consent_withdrawal (consent_id, at, withdrawn_by, channel, recorded_at, content)"
                        + " SELECT :id, at, withdrawn_by, channel, recorded_at, content FROM consent_withdrawal",
                "INSERT INTO consent_withdrawal (consent_id, at, withdrawn_by, channel, recorded_at, content)"
                        + " SELECT id, recorded_at, giver, '', recorded_at, content FROM consent WHERE id = :id",
                "UPDATE consent_withdrawal SET at = at + interval '1 day' WHERE consent_id <> :id",
                "UPDATE consent_withdrawal SET recorded_at = recorded_at - interval '1 year' WHERE consent_id <> :id"
            })
    void whatWasChangedInTheDatabaseAnswersNoDecision(String change) {
        String refusal = consents.record(refused(team(), null));
        String consent = consents.record(given(team(), null, null));
        consents.register.withdraw(consent, by("sanne", null));
        assertThat(consents.concerning(TEAM))
                .extracting(ConsentRecord::decision)
                .containsExactly(ConsentDecision.REFUSED, ConsentDecision.GIVEN);

        assertThat(consents.persons
                        .jdbc
                        .sql(change)
                        .param("id", UUID.fromString(refusal))
                        .update())
                .isEqualTo(1);

        assertThatThrownBy(() -> consents.concerning(TEAM)).isInstanceOf(IllegalStateException.class);
    }

    /** What it would say is not in the row, and nobody without the keys can put it there. */
    @Test
    void aConsentThatWasWrittenInTheDatabaseIsNotOne() {
        consents.record(given(team(), null, null));
        List<String> copied = List.of(
                "INSERT INTO consent (id, giver, capacity, discloser, recipients, recipient_types, purposes, categories,"
                        + " life_domains, decision, recorded_at, content) SELECT CAST(:new AS uuid), giver, capacity, discloser,"
                        + " recipients, recipient_types, purposes, categories, life_domains, decision, recorded_at, content"
                        + " FROM consent",
                "INSERT INTO consent_subject (consent_id, person_id) SELECT CAST(:new AS uuid), person_id FROM consent_subject");
        String written = UUID.randomUUID().toString();
        copied.forEach(
                sql -> consents.persons.jdbc.sql(sql).param("new", written).update());

        assertThatThrownBy(() -> consents.concerning(TEAM)).isInstanceOf(IllegalStateException.class);
    }

    /** Else who makes a refusal old has it destroyed, with a proof that this node gives. */
    @Test
    void aRefusalThatWasMadeOldInTheDatabaseIsNotDestroyed() {
        consents.record(refused(team(), null));
        consents.persons
                .jdbc
                .sql("UPDATE consent SET valid_until = '2001-01-01', recorded_at = '2001-01-01'")
                .update();
        RegisteredConsents register = new RegisteredConsents(
                consents.persons.jdbc,
                new ConsentStore(consents.persons.jdbc, TestDataKeys.atRest(consents.persons.jdbc)));

        new TestRetention(DATABASE, consents.persons.journal, clock, 100, List.of(register), new ConsentPerishables())
                .look();

        assertThat(consents.persons
                        .jdbc
                        .sql("SELECT count(*) FROM consent")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** Else the same form, brought again, counts as given anew. */
    @Test
    void aWithdrawnConsentWhoseFingerprintWasChangedAnswersNoDecision() {
        String id = consents.record(given(team(), null, null));
        consents.register.withdraw(id, by("sanne", null));
        consents.persons.jdbc.sql("UPDATE consent SET fingerprint = 'x'").update();

        assertThatThrownBy(() -> consents.concerning(TEAM)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> consents.record(given(team(), null, null))).isInstanceOf(IllegalStateException.class);
    }

    /** A program of before reads nothing of these, and may add nothing that these would have to believe. */
    @Test
    void whatStandsInClearIsNotTaken() {
        consents.persons.known(MILA);
        assertThatThrownBy(() -> consents.persons
                        .jdbc
                        .sql(
                                "INSERT INTO consent (id, giver, capacity, discloser, recipients, recipient_types, purposes,"
                                        + " categories, life_domains, decision, recorded_at) VALUES (gen_random_uuid(),"
                                        + " gen_random_uuid(), 'SELF', 'school', '{}', '{}', '{}', '{}', '{}', 'GIVEN', now())")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
