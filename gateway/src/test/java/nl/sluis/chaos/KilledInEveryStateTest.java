package nl.sluis.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.sluis.process.NodeApi;
import nl.sluis.process.NodeDatabase;
import nl.sluis.process.NodeProcess;
import nl.sluis.process.SchoolSystem;
import nl.sluis.process.SchoolSystem.Child;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * One test for a line of the table of docs/ARCHITECTURE.md: a process or a database is killed in exactly that state, which a lock in
 * a database or a cut line holds still, and then everything goes on.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledInEveryStateTest {

    private static final int MANY = 5;
    private static final Duration FOUR_TICKS = Duration.ofSeconds(2);

    /** Known at the team. */
    private static final Child TESS = new Child("tess", "999990032");

    private static final Child JOEP = new Child("joep", "999990081");

    /** Who marked copies as asked about, and waits for a place for the question. */
    private static final String ASKING = "pg_locks w JOIN pg_locks h USING (pid) WHERE NOT w.granted"
            + " AND w.relation = 'outgoing'::regclass AND h.granted AND h.relation = 'consent_copy'::regclass"
            + " AND h.mode = 'RowExclusiveLock'";

    private Lindedam town;
    private Door door;
    private Door team;
    private SchoolSystem school;
    private String message = "";

    @BeforeAll
    void bothRun(@TempDir Path home) throws Exception {
        town = Lindedam.found(home, Lindedam.Layout.simple(1));
        town.start();
        door = new Door(
                town.school().addresses(), town.files(), town.school().member().certificateName());
        team = new Door(
                town.team().addresses(), town.files(), town.team().member().certificateName());
        school = new SchoolSystem(door, town.team().member().organisation());
        for (Child child : List.of(Child.MILA, Child.NOOR)) {
            school.knows(child);
            school.consents("sanne", child);
            school.consents("kerem", child);
        }
    }

    @AfterAll
    void end() throws Exception {
        door.close();
        team.close();
        town.close();
    }

    @AfterEach
    void itIsDeliveredOnceAndTheAuditsAreIntact() throws Exception {
        awaitState("DELIVERED");
        assertThat(inFeed(message)).isEqualTo(1);
        assertThat(recipient().audited(message)).containsOnlyOnce("envelope.received", "message.received");
        assertThat(sender().audited(message)).containsOnlyOnce("message.decided", "message.delivered");
        await("nothing is left")
                .atMost(NodeProcess.CEILING)
                .until(() -> sender().count("int_channel_message") == 0
                        && recipient().count("int_channel_message") == 0);
    }

    @Test
    void beforeThe202OfASubmissionNothingIsKept() throws Exception {
        CompletableFuture<NodeApi.Answer> answer;
        long before = sender().count("outgoing WHERE form = 'MESSAGE'");
        try (Held held = Held.lock(sender(), "audit_tip")) {
            answer = CompletableFuture.supplyAsync(() -> reports(Child.MILA, "the-same-key"));
            awaitWaiting(sender(), "audit_tip");
            town.school().node().kill();
            held.release();
            assertThat(sender().count("outgoing WHERE form = 'MESSAGE'")).isEqualTo(before);
            assertThat(sender().count("idempotency WHERE message_id = ?", new UUID(0, 0)))
                    .isZero();
        }
        town.school().node().start();
        message = answer.get(NodeProcess.CEILING.toSeconds(), TimeUnit.SECONDS).text("id");
        assertThat(sender().count("outgoing WHERE form = 'MESSAGE'")).isEqualTo(before + 1);
        assertThat(reports(Child.MILA, "the-same-key").text("id")).isEqualTo(message);
    }

    @Test
    void theSenderIsKilledDuringAnAttempt() throws Exception {
        try (Held held = Held.lock(recipient(), "incoming")) {
            message = reports(Child.MILA, "during-an-attempt").text("id");
            awaitWaiting(recipient(), "incoming");
            town.school().node().kill();
            held.release();
        }
        await("the recipient stores what the killed sender gave")
                .atMost(NodeProcess.CEILING)
                .until(() -> recipient().received(message).isPresent());
        town.school().node().start();
    }

    @Test
    void theSenderIsKilledBetweenAttempts() throws Exception {
        town.team().line().cut();
        message = reports(Child.MILA, "between-attempts").text("id");
        await("it was tried")
                .atMost(NodeProcess.CEILING)
                .until(() -> sender().count("outgoing WHERE id = ? AND attempts > 0", UUID.fromString(message)) == 1);
        town.school().node().kill();
        town.team().line().mend();
        town.school().node().start();
    }

    @Test
    void theSenderIsKilledWhilePutOff() throws Exception {
        town.team().line().cut();
        List<String> waiting = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            waiting.add(reports(Child.NOOR, "put-off-" + i).text("id"));
        }
        await("the partner is away, and some are put off")
                .atMost(NodeProcess.CEILING)
                .until(() -> sender().count("outgoing WHERE state = 'QUEUED' AND backlog") > 0);
        town.school().node().kill();
        town.team().line().mend();
        town.school().node().start();
        for (String one : waiting) {
            message = one;
            awaitState("DELIVERED");
            assertThat(inFeed(one)).isEqualTo(1);
        }
    }

    @Test
    void theSenderIsKilledWhileAThreadWaits() throws Exception {
        message = reports(Child.MILA, "with-answers").text("id");
        awaitState("DELIVERED");
        String item = itemOf(message);
        town.school().line().cut();
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            answers.add(answer(item, i));
        }
        town.team().node().kill();
        town.school().line().mend();
        town.team().node().start();
        await("all answers are there")
                .atMost(NodeProcess.CEILING)
                .until(() -> answers(answers).size() == MANY);
        assertThat(answers(answers)).isEqualTo(answers);
    }

    @Test
    void theRecipientIsKilledBeforeIts202() throws Exception {
        try (Held held = Held.lock(recipient(), "audit_tip")) {
            message = reports(Child.MILA, "before-its-202").text("id");
            awaitWaiting(recipient(), "audit_tip");
            town.team().node().kill();
            held.release();
            assertThat(recipient().received(message)).isEmpty();
        }
        town.team().node().start();
    }

    @Test
    void theRecipientIsKilledWhileItsReceiptIsUnderWay() throws Exception {
        town.school().line().cut();
        message = reports(Child.MILA, "receipt-under-way").text("id");
        await("it is delivered, and the receipt cannot go")
                .atMost(NodeProcess.CEILING)
                .until(() -> recipient().received(message).equals(Optional.of("DELIVERED")));
        assertThat(school.state(message)).isEqualTo("SENT");
        town.team().node().kill();
        town.school().line().mend();
        town.team().node().start();
    }

    @Test
    void theSenderIsKilledAfterAWithdrawalDuringAnAttempt() throws Exception {
        school.knows(Child.FENNA);
        String consent = school.consents("sanne", Child.FENNA);
        school.consents("kerem", Child.FENNA);
        try (Held held = Held.lock(recipient(), "incoming")) {
            message = reports(Child.FENNA, "withdrawn-under-way").text("id");
            awaitWaiting(recipient(), "incoming");
            school.withdraws("sanne", consent);
            town.school().node().kill();
            held.release();
        }
        await("the recipient stores what was under way")
                .atMost(NodeProcess.CEILING)
                .until(() -> recipient().received(message).isPresent());
        town.school().node().start();
        await("the recipient reads that the consent has ended")
                .atMost(NodeProcess.CEILING)
                .until(() -> recipient().count("received_withdrawal WHERE id = ?", UUID.fromString(message)) == 1);
    }

    @Test
    void aKeeperIsKilledWhileACopyIsUnderWayAndWhileWordOfItsWithdrawalIs() throws Exception {
        TeamConsents consents = new TeamConsents(team, town.school().member().organisation());
        String consent;
        try (Held held = Held.lock(sender(), "incoming")) {
            consent = consents.records(TESS);
            awaitWaiting(sender(), "incoming");
            town.team().node().kill();
            held.release();
        }
        town.team().node().start();
        awaitCopy(consent, "content IS NOT NULL AND withdrawn_at IS NULL");

        try (Held held = Held.lock(sender(), "incoming")) {
            consents.withdraws(TESS, consent);
            awaitWaiting(sender(), "incoming");
            town.team().node().kill();
            held.release();
        }
        town.team().node().start();
        awaitCopy(consent, "withdrawn_at IS NOT NULL");
        message = reports(Child.MILA, "after-the-word").text("id");
    }

    @Test
    void aHolderIsKilledWhileItTakesUpAQuestionToAKeeper() throws Exception {
        String consent = new TeamConsents(team, town.school().member().organisation()).records(JOEP);
        awaitCopy(consent, "content IS NOT NULL");
        try (Held held = Held.lock(sender(), "outgoing")) {
            sender().tables()
                    .update("UPDATE consent_copy SET as_of = now() - interval '300 days' WHERE consent = ?", consent);
            await("the question is taken up and cannot be written down")
                    .atMost(NodeProcess.CEILING)
                    .until(() -> sender().count(ASKING) > 0);
            town.school().node().kill();
            held.release();
        }
        awaitCopy(consent, "asked_at IS NULL AND as_of < now() - interval '299 days'");
        town.school().node().start();
        awaitCopy(consent, "as_of > now() - interval '1 day'");
        message = reports(Child.MILA, "after-the-question").text("id");
    }

    @Test
    void aNodeThatIsParkedAfterARestoreIsKilledAndStaysParkedUntilAPersonReleasesIt() throws Exception {
        town.school().node().kill();
        sender().tables().update("UPDATE seen_server SET timeline = '00000000'");
        town.school().node().start();
        message = reports(Child.MILA, "while-parked").text("id");
        sender().tables()
                .update("UPDATE outgoing SET expires_at = now() - interval '1 day' WHERE id = ?::uuid", message);
        town.school().node().kill();
        town.school().node().start();
        await("it neither goes nor expires, while the clock ticks on")
                .during(FOUR_TICKS)
                .atMost(NodeProcess.CEILING)
                .until(() -> school.state(message), "QUEUED"::equals);
        assertThat(sender().count("restoration WHERE released_at IS NULL")).isEqualTo(1);
        assertThat(recipient().received(message)).isEmpty();

        sender().tables()
                .update("UPDATE outgoing SET expires_at = now() + interval '1 day' WHERE id = ?::uuid", message);
        assertThat(town.school().node().release().exitCode()).isZero();
    }

    @Test
    void theDatabaseOfTheSenderIsKilledDuringAnAttempt() throws Exception {
        try (Held held = Held.lock(recipient(), "incoming")) {
            message = reports(Child.MILA, "sender-database").text("id");
            awaitWaiting(recipient(), "incoming");
            town.school().server().kill();
            held.release();
        }
        town.school().server().start();
        town.school().node().awaitHealthy();
    }

    @Test
    void theDatabaseOfTheRecipientIsKilledDuringDelivery() throws Exception {
        try (Held held = Held.lock(recipient(), "feed_item")) {
            message = reports(Child.MILA, "recipient-database").text("id");
            awaitWaiting(recipient(), "feed_item");
            town.team().server().kill();
            held.forget();
        }
        town.team().server().start();
        town.team().node().awaitHealthy();
    }

    private NodeApi.Answer reports(Child child, String key) {
        try {
            return school.reports(child, "Viel in slaap in de klas. " + key, Map.of("Idempotency-Key", key));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitCopy(String consent, String what) {
        await("the copy at the school: " + what)
                .atMost(NodeProcess.CEILING)
                .until(() -> sender().count("consent_copy WHERE consent = ? AND " + what, consent) == 1);
    }

    private void awaitState(String state) {
        await("the message is " + state).atMost(NodeProcess.CEILING).until(() -> school.state(message), state::equals);
    }

    private String answer(String item, int n) throws IOException, InterruptedException {
        NodeApi.Answer answer = team.send(
                "POST",
                "/v1/feed/" + item + "/feedback",
                Map.of("Content-Type", "application/json", "Idempotency-Key", item + n),
                Answers.text("[antwoord " + n + "]"));
        assertThat(answer.status()).isEqualTo(202);
        return answer.text("id");
    }

    /** Those of these messages that the school reads, in the order of its feed. */
    private List<String> answers(List<String> these) throws IOException, InterruptedException {
        return door
                .get("/v1/feed?limit=200", Map.of("Accept", "application/json"))
                .json()
                .path("items")
                .values()
                .stream()
                .map(item -> item.path("messageId").asString())
                .filter(these::contains)
                .toList();
    }

    private String itemOf(String id) throws IOException, InterruptedException {
        return team
                .get("/v1/feed?limit=200", Map.of("Accept", "application/json"))
                .json()
                .path("items")
                .values()
                .stream()
                .filter(item -> item.path("messageId").asString().equals(id))
                .map(item -> item.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private long inFeed(String id) throws IOException, InterruptedException {
        NodeApi.Answer answer = team.get("/v1/feed?limit=200", Map.of("Accept", "application/json"));
        return answer.json().path("items").values().stream()
                .filter(item -> item.path("messageId").asString().equals(id))
                .count();
    }

    private static void awaitWaiting(NodeDatabase database, String table) {
        await("somebody waits for " + table)
                .atMost(NodeProcess.CEILING)
                .until(() -> database.count("pg_locks WHERE NOT granted AND relation = '" + table + "'::regclass") > 0);
    }

    private NodeDatabase sender() {
        return town.school().database();
    }

    private NodeDatabase recipient() {
        return town.team().database();
    }

    /** A table that nobody else gets at: whoever needs it stands still. */
    private record Held(Connection connection) implements AutoCloseable {

        static Held lock(NodeDatabase database, String table) throws IOException, SQLException {
            Connection connection = database.connect();
            try (Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
            }
            return new Held(connection);
        }

        void release() throws SQLException {
            connection.rollback();
        }

        /** The database is gone, and the lock with it. */
        void forget() throws SQLException {
            connection.abort(Runnable::run);
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
