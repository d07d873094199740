package nl.sluis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.sluis.retention.TestRetention;
import org.junit.jupiter.api.Test;

/** What this node sent goes when its term has passed, and not before; every time with a proof. */
class OutgoingRetentionTest {

    private static final String CONSENT = "7d6f0b3e-55a1-4f0e-9a5b-0d6c3f3f9a01";

    private final OutboxFixture outbox = new OutboxFixture();
    private final TestRetention retention = retention(500);

    @Test
    void aSentMessageKeepsItsContentWhileItsReceiptMayCome() {
        Outgoing sent = sent();
        outbox.clock.advance(Duration.ofDays(89));
        retention.look();
        assertThat(content(sent)).isTrue();

        outbox.clock.advance(Duration.ofDays(2));
        assertThat(retention.due("outgoing.unsettled")).isEqualTo(1);
        retention.look();
        assertThat(content(sent)).isFalse();
        assertThat(outbox.state(sent)).isEqualTo(MessageState.SENT);
        assertThat(proofs()).singleElement().asString().contains("data=outgoing.unsettled", "count=1", hash(sent));
    }

    @Test
    void whatWasDeliveredHasNoContentADayLaterWhateverLeftItThere() {
        Outgoing delivered = sent();
        outbox.settle(outbox.delivered(delivered));
        assertThat(content(delivered)).isFalse();
        outbox.jdbc.sql("UPDATE outgoing SET original = 'left over'").update();

        outbox.clock.advance(Duration.ofHours(23));
        retention.look();
        assertThat(content(delivered)).isTrue();
        outbox.clock.advance(Duration.ofDays(1));
        retention.look();
        assertThat(content(delivered)).isFalse();
        assertThat(proofs()).singleElement().asString().contains("rule=sluis.retention.payload", "term=PT24H");
    }

    @Test
    void whatWaitsTooLongIsGivenUpWhereItsSenderSeesIt() {
        Outgoing held = outbox.message(MessageState.HOLD);
        outbox.clock.advance(Duration.ofDays(84));
        assertThat(retention.soon("outgoing.waiting")).isEqualTo(1);
        outbox.clock.advance(Duration.ofDays(7));
        retention.look();

        assertThat(outbox.state(held)).isEqualTo(MessageState.FAILED);
        assertThat(outbox.outbox.history(held.sender(), held.id()).getLast())
                .isEqualTo(new Outbox.Step(outbox.clock.instant(), MessageState.FAILED, "KEPT_TOO_LONG"));
        outbox.attempt(held);
        assertThat(outbox.given).isZero();
    }

    @Test
    void whatMayStillGoIsNeverDestroyed() {
        Outgoing queued = outbox.message(MessageState.QUEUED);
        outbox.clock.advance(Duration.ofDays(400));
        retention.look();
        assertThat(content(queued)).isTrue();
        assertThat(proofs()).isEmpty();
    }

    @Test
    void trafficDataGoAfterSixMonthsAndTheWordOfTheRecipientStays() {
        Outgoing delivered = sent();
        outbox.settle(outbox.delivered(delivered));
        outbox.clock.advance(Duration.ofDays(180));
        retention.look();
        assertThat(rows("outgoing")).isEqualTo(1);

        outbox.clock.advance(Duration.ofDays(5));
        retention.look();
        assertThat(Stream.of("outgoing", "outgoing_history", "outgoing_person", "outgoing_consent", "outgoing_attempt"))
                .allSatisfy(table -> assertThat(rows(table)).as(table).isZero());
        assertThat(outbox.jdbc
                        .sql("SELECT convert_from(accepted, 'UTF8') || state FROM kept_acceptance")
                        .query(String.class)
                        .list())
                .containsExactly("signedDELIVERED");
        assertThat(proofs()).singleElement().asString().contains("data=outgoing.traffic", hash(delivered));

        outbox.clock.advance(Duration.ofDays(5 * 366));
        retention.look();
        assertThat(rows("kept_acceptance")).isZero();
    }

    @Test
    void aMessageStaysKnownWhileAConsentBehindItCanBeWithdrawn() {
        consent("2027-08-01");
        outbox.consents = Set.of(CONSENT);
        Outgoing message = sent();
        outbox.settle(outbox.delivered(message));
        outbox.clock.advance(Duration.ofDays(200));
        retention.look();
        assertThat(rows("outgoing")).isEqualTo(1);

        outbox.transaction.executeWithoutResult(status -> outbox.outbox.ended(CONSENT, outbox.clock.instant()));
        outbox.clock.advance(Duration.ofDays(200));
        retention.look();
        assertThat(rows("outgoing")).as("its recipient has not been told").isEqualTo(1);

        outbox.attempt(message);
        retention.look();
        outbox.clock.advance(Duration.ofDays(200));
        retention.look();
        assertThat(outbox.jdbc
                        .sql("SELECT form || ' ' || state FROM outgoing ORDER BY form")
                        .query(String.class)
                        .list())
                .as("the notice still has to go")
                .containsExactly("MESSAGE DELIVERED", "NOTICE QUEUED");
    }

    @Test
    void aMessageIsForgottenWhenTheConsentBehindItHasRunOut() {
        consent("2026-12-31");
        outbox.consents = Set.of(CONSENT);
        outbox.settle(outbox.delivered(sent()));
        outbox.clock.advance(Duration.ofDays(200));
        retention.look();
        assertThat(rows("outgoing")).isEqualTo(1);
        outbox.clock.advance(Duration.ofDays(30));
        retention.look();
        assertThat(rows("outgoing")).isZero();
    }

    @Test
    void nothingIsDestroyedWhileAPersonHasYetToLookAtADatabaseThatWasPutBack() {
        Outgoing held = outbox.message(MessageState.HOLD);
        outbox.clock.advance(Duration.ofDays(91));
        retention.park(true);
        retention.look();
        assertThat(content(held)).isTrue();
        assertThat(outbox.state(held)).isEqualTo(MessageState.HOLD);
        assertThat(retention.overdue()).isTrue();

        retention.park(false);
        retention.look();
        assertThat(content(held)).as("terms count as always").isFalse();
    }

    @Test
    void withoutItsProofNothingIsDestroyed() {
        Outgoing sent = sent();
        outbox.clock.advance(Duration.ofDays(91));
        outbox.audit.fill();
        try {
            retention.look();
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessageContaining("audit");
        }
        assertThat(content(sent)).isTrue();
        assertThat(retention.overdue()).isTrue();
    }

    @Test
    void aRunThatWasBrokenOffIsFinishedByTheNext() {
        List<Outgoing> sent = Stream.generate(this::sent).limit(5).toList();
        outbox.clock.advance(Duration.ofDays(91));
        // Somebody works on one of them while the first run goes on without it
        CompletableFuture<Void> working = new CompletableFuture<>();
        CompletableFuture<Void> locked = new CompletableFuture<>();
        CompletableFuture<Void> other = CompletableFuture.runAsync(
                () -> outbox.transaction.executeWithoutResult(status -> {
                    outbox.store.lock(sent.getFirst().sender(), sent.getFirst().id());
                    locked.complete(null);
                    working.join();
                }),
                OutboxFixture.OWN_THREAD);
        locked.join();
        retention(2).look();
        assertThat(sent).filteredOn(this::content).containsExactly(sent.getFirst());
        working.complete(null);
        other.join();

        outbox.clock.advance(Duration.ofDays(1));
        assertThat(retention.overdue()).isTrue();
        retention.look();
        assertThat(sent).noneMatch(this::content);
        assertThat(proofs()).hasSize(3);
    }

    @Test
    void aProcessThatIsKilledInABatchLeavesWholeBatchesEachWithItsProof() throws Exception {
        List<Outgoing> sent = Stream.generate(this::sent).limit(5).toList();
        outbox.clock.advance(Duration.ofDays(91));
        // It stands still in the transaction of its second batch, after what that destroys and before the proof of it
        outbox.jdbc.sql("""
                CREATE FUNCTION stand_still() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN IF NEW.n = 2 THEN PERFORM pg_sleep(600); END IF; RETURN NEW; END $$""").update();
        outbox.jdbc
                .sql(
                        "CREATE TRIGGER stand_still BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION stand_still()")
                .update();
        Process process = RetentionInAnotherProcess.start(url(), outbox.clock.instant());
        try {
            await().atMost(Duration.ofSeconds(120)).until(() -> !asleep().isEmpty());
        } finally {
            process.destroyForcibly().waitFor();
            // What its server does for it ends with the statement, which would be in ten minutes
            outbox.jdbc
                    .sql("SELECT pg_terminate_backend(pid, 10000) FROM unnest(CAST(? AS int[])) AS pid")
                    .param(asleep().toArray(Integer[]::new))
                    .query(Boolean.class)
                    .list();
            outbox.jdbc.sql("DROP TRIGGER stand_still ON audit_entry").update();
        }

        assertThat(sent).filteredOn(this::content).hasSize(3);
        assertThat(rows("audit_entry WHERE event = 'retention.destroyed'")).isEqualTo(1);
        assertThat(retention.overdue()).isTrue();

        retention(2).look();
        assertThat(sent).noneMatch(this::content);
        assertThat(proofs()).hasSize(2);
    }

    private List<Integer> asleep() {
        return outbox.jdbc
                .sql("SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()")
                .query(Integer.class)
                .list();
    }

    private String url() throws SQLException {
        try (Connection connection = outbox.database.getConnection()) {
            return connection.getMetaData().getURL();
        }
    }

    @Test
    void twoProcessesAtOnceDestroyEverythingOnce() {
        Stream.generate(this::sent).limit(40).toList();
        outbox.clock.advance(Duration.ofDays(91));
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> retention(3).look(), OutboxFixture.OWN_THREAD),
                        CompletableFuture.runAsync(() -> retention(3).look(), OutboxFixture.OWN_THREAD))
                .join();
        retention(3).look();
        assertThat(retention.due("outgoing.unsettled")).isZero();
        assertThat(proofs().stream()
                        .mapToInt(proof -> Integer.parseInt(proof.replaceAll(".*count=(\\d+).*", "$1")))
                        .sum())
                .isEqualTo(40);
        assertThat(retention.overdue()).isFalse();
    }

    private Outgoing sent() {
        Outgoing message = outbox.message(MessageState.QUEUED);
        outbox.attempt(message);
        outbox.attempt(message);
        assertThat(outbox.state(message)).isEqualTo(MessageState.SENT);
        return message;
    }

    private TestRetention retention(int batch) {
        return new TestRetention(outbox.database, outbox.audit, outbox.clock, batch, new OutgoingPerishables());
    }

    private void consent(String until) {
        outbox.jdbc
                .sql("INSERT INTO consent (id, giver, capacity, discloser, recipients, recipient_types, purposes,"
                        + " categories, life_domains, decision, valid_until, recorded_at, content) VALUES (CAST(? AS uuid),"
                        + " gen_random_uuid(), 'SELF', 'de-wilgenhof', '{}', '{}', '{}', '{}', '{}', 'GIVEN',"
                        + " CAST(? AS date), now(), '')")
                .params(CONSENT, until)
                .update();
    }

    private boolean content(Outgoing outgoing) {
        return outbox.jdbc
                .sql("SELECT content IS NOT NULL OR original IS NOT NULL FROM outgoing WHERE id = ?")
                .param(outgoing.id().value())
                .query(Boolean.class)
                .single();
    }

    private long rows(String table) {
        return outbox.jdbc
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }

    private List<String> proofs() {
        return outbox.audit.audited().stream()
                .filter(entry -> entry.startsWith("retention.destroyed"))
                .toList();
    }

    private static String hash(Outgoing outgoing) {
        return TestRetention.hash(List.of(Due.of(outgoing).reference()));
    }
}
