package nl.sluis.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.audit.AuditLog;
import nl.sluis.audit.AuditedFacts;
import nl.sluis.consent.ConsentPerishables;
import nl.sluis.storage.TestDataKeys;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Consents that retention destroyed are told from those that somebody took away. */
class DestroyedFactsTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final DataSource database = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final DestroyedFacts destroyed =
            new DestroyedFacts(jdbc, new AuditedFacts(jdbc), TestDataKeys.atRest(jdbc));

    @Test
    void whatRetentionDestroyedIsProvedByTheAudit() {
        String ended = consent("2005-01-01");
        String withdrawn = consent(null);
        jdbc.sql("INSERT INTO consent_withdrawal (consent_id, at, withdrawn_by, channel, recorded_at, content)"
                        + " VALUES (?::uuid, '2005-01-01', gen_random_uuid(), '', '2005-01-01', '')")
                .param(withdrawn)
                .update();
        String recent = consent("2025-01-01");

        destroy();

        assertThat(jdbc.sql("SELECT id::text FROM consent").query(String.class).list())
                .containsExactly(recent);
        assertThat(destroyed.among(List.of(ended, withdrawn, recent, "another")))
                .containsExactlyInAnyOrder(ended, withdrawn);
    }

    @Test
    void oneThatWasAddedToABatchByHandSpoilsItsProof() {
        String ended = consent("2005-01-01");
        String stolen = consent("2025-01-01");
        destroy();
        jdbc.sql("INSERT INTO destroyed_fact (identity, proof) SELECT ?, proof FROM destroyed_fact")
                .param(stolen)
                .update();

        assertThat(destroyed.among(List.of(ended, stolen))).isEmpty();
    }

    @Test
    void aBatchThatTheAuditDoesNotHaveProvesNothing() {
        String stolen = consent("2025-01-01");
        jdbc.sql("INSERT INTO destroyed_fact (identity, proof) VALUES (?, ?)")
                .params(stolen, Destruction.hash(List.of(stolen)))
                .update();

        assertThat(destroyed.among(List.of(stolen))).isEmpty();
    }

    /** The chain of the audit can be continued by whoever writes in the database; the mark cannot be made. */
    @Test
    void aProofThatWasWrittenWithoutTheKeysOfTheNodeProvesNothing() {
        String stolen = consent("2025-01-01");
        String proof = Destruction.hash(List.of(stolen));
        jdbc.sql("INSERT INTO destroyed_fact (identity, proof) VALUES (?, ?)")
                .params(stolen, proof)
                .update();
        new TransactionTemplate(new JdbcTransactionManager(database))
                .executeWithoutResult(status -> AuditLog.of(jdbc, clock)
                        .append("retention.destroyed", null, Map.of("identities", proof, "mark", "00")));

        assertThat(destroyed.among(List.of(stolen))).isEmpty();
    }

    private void destroy() {
        new TestRetention(database, AuditLog.of(jdbc, clock), clock, 100, new ConsentPerishables()).look();
    }

    private String consent(@Nullable String until) {
        String id = UUID.randomUUID().toString();
        jdbc.sql(
                        "INSERT INTO consent (id, giver, capacity, discloser, recipients, recipient_types, purposes, categories,"
                                + " life_domains, decision, valid_until, recorded_at, content) VALUES (?::uuid, gen_random_uuid(), '',"
                                + " 'school', '{}', '{}', '{}', '{}', '{}', 'GIVEN', ?::date, '2004-01-01', '')")
                .params(id, until)
                .update();
        return id;
    }
}
