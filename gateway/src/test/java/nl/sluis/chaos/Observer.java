package nl.sluis.chaos;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.sluis.chaos.Evidence.Item;
import nl.sluis.chaos.Evidence.Submitted;
import nl.sluis.process.NodeApi;
import nl.sluis.process.NodeDatabase;
import nl.sluis.process.Program;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Gathers evidence from outside. In each database it has triggers of its own, which write down by the clock of the database's
 * machine, whatever a node believes that the time is, when an envelope was stored first, when the attempt began that sent one (that its recipient
 * was told of a withdrawal stands in the same history and is no attempt), and when a message was held.
 */
final class Observer {

    private static final String TRIGGERS = """
            CREATE TABLE chaos_arrival (sender text, id uuid, at timestamptz, envelope bytea, PRIMARY KEY (sender, id));
            CREATE FUNCTION chaos_arrival() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
              INSERT INTO chaos_arrival VALUES (NEW.sender, NEW.id, clock_timestamp(),
                CASE WHEN random() < 0.1 THEN NEW.envelope END) ON CONFLICT DO NOTHING;
              RETURN NEW; END $$;
            CREATE TRIGGER chaos_arrival AFTER INSERT ON incoming FOR EACH ROW EXECUTE FUNCTION chaos_arrival();
            CREATE TABLE chaos_attempt (id uuid, began timestamptz);
            CREATE FUNCTION chaos_attempt() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
              INSERT INTO chaos_attempt VALUES (NEW.id, now());
              RETURN NEW; END $$;
            CREATE TABLE chaos_held (id uuid, at timestamptz);
            CREATE FUNCTION chaos_held() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
              INSERT INTO chaos_held VALUES (NEW.id, now());
              RETURN NEW; END $$;
            CREATE TRIGGER chaos_held AFTER INSERT ON outgoing FOR EACH ROW WHEN (NEW.state IN ('HOLD', 'REVIEW'))
              EXECUTE FUNCTION chaos_held();
            CREATE TRIGGER chaos_attempt AFTER INSERT ON outgoing_history FOR EACH ROW
              WHEN (NEW.state = 'SENT' AND NEW.detail IS DISTINCT FROM 'RECIPIENT_TOLD_OF_WITHDRAWAL')
              EXECUTE FUNCTION chaos_attempt();
            """;

    /** What is at rest has none of these. */
    private static final Map<String, String> UNSETTLED = Map.of(
            "messages that wait for the other node", "outgoing WHERE state = 'QUEUED'",
            // A consent may have been recorded at the very moment when they were held
            "messages that were held just now",
                    "chaos_held JOIN outgoing USING (id) WHERE state IN ('HOLD', 'REVIEW') AND at > now() - interval '15 s'",
            "messages without a receipt", "outgoing WHERE state = 'SENT' AND form = 'MESSAGE'",
            "messages that failed", "outgoing WHERE state IN ('FAILED', 'REJECTED')",
            "envelopes that were not opened", "incoming WHERE state = 'STORED'",
            // Word of a withdrawal overtook the message: as it should be
            "envelopes that were rejected",
                    "incoming i WHERE state = 'REJECTED' AND NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.message_id::text ="
                            + " i.id::text AND a.event = 'envelope.rejected' AND a.detail LIKE '%WITHDRAWN_BEFORE_DELIVERY%')",
            "references in a channel", "int_channel_message");

    private static final int AT_ONCE = 6;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration AT_REST = Duration.ofSeconds(3);

    private final Lindedam town;
    private final Door school;
    private final Door team;

    Observer(Lindedam town, Door school, Door team) {
        this.town = town;
        this.school = school;
        this.team = team;
    }

    /** Begins to look; the tables are there. */
    void watch() throws IOException {
        for (NodeDatabase database : databases()) {
            database.tables().execute(TRIGGERS);
        }
    }

    /** Waits until nothing is under way any more; how long that took, or the patience when it never came to that. */
    Duration awaitRest(Duration patience) {
        long begin = System.nanoTime();
        try {
            // Not once: what goes from one state to the next between two questions is seen in neither
            await().during(AT_REST)
                    .atMost(patience)
                    .pollInterval(LOOK_AGAIN)
                    .ignoreExceptions()
                    .until(() -> unsettled().isEmpty());
        } catch (ConditionTimeoutException e) {
            // What is still under way is evidence
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Everything that is known now. */
    Evidence evidence(List<Submitted> submitted, Map<String, Instant> withdrawals, List<String> more)
            throws IOException, InterruptedException, ExecutionException {
        List<Item> feeds = new ArrayList<>(feed(school));
        feeds.addAll(feed(team));
        Map<String, Instant> arrivals = new HashMap<>();
        Map<String, Instant> attempts = new HashMap<>();
        Map<String, Integer> audited = new HashMap<>();
        for (NodeDatabase database : databases()) {
            JdbcTemplate tables = database.tables();
            tables.query("SELECT id::text, at FROM chaos_arrival", row -> {
                arrivals.put(row.getString(1), instant(row.getTimestamp(2)));
            });
            tables.query("SELECT id::text, max(began) FROM chaos_attempt GROUP BY id", row -> {
                attempts.put(row.getString(1), instant(row.getTimestamp(2)));
            });
            tables.query(
                    "SELECT event || ' ' || message_id, count(*) FROM audit_entry WHERE message_id IS NOT NULL"
                            + " GROUP BY event, message_id",
                    row -> {
                        audited.merge(row.getString(1), row.getInt(2), Integer::sum);
                    });
        }
        List<String> wrong = new ArrayList<>(more);
        wrong.addAll(unsettled());
        wrong.addAll(audits());
        return new Evidence(submitted, states(submitted), feeds, arrivals, attempts, withdrawals, audited, wrong);
    }

    private List<String> unsettled() throws IOException {
        List<String> found = new ArrayList<>();
        for (NodeDatabase database : databases()) {
            for (Map.Entry<String, String> what : UNSETTLED.entrySet()) {
                long count = database.count(what.getValue());
                if (count > 0) {
                    found.add(database.organisation() + ": " + count + " " + what.getKey());
                }
            }
        }
        return found;
    }

    private List<String> audits() throws IOException, InterruptedException {
        List<String> broken = new ArrayList<>();
        for (Lindedam.Organisation organisation : List.of(town.school(), town.team())) {
            Program.Ran ran = organisation.node().verifyAudit();
            if (!ran.output().contains(": intact, ")) {
                broken.add("audit verify: " + ran.output().strip());
            }
        }
        return broken;
    }

    private Map<String, String> states(List<Submitted> submitted) throws InterruptedException, ExecutionException {
        Map<String, String> states = new ConcurrentHashMap<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> asked = new ArrayList<>();
            for (Submitted message : submitted) {
                Door door = message.thread().isEmpty() ? school : team;
                asked.add(workers.submit(() -> states.put(
                        message.id(),
                        door.get("/v1/messages/" + message.id(), Map.of()).text("state"))));
            }
            for (Future<?> one : asked) {
                one.get();
            }
        }
        return states;
    }

    private static List<Item> feed(Door door) throws IOException, InterruptedException {
        List<Item> items = new ArrayList<>();
        String since = "";
        while (true) {
            NodeApi.Answer page = door.get("/v1/feed?limit=200" + since, Map.of("Accept", "application/json"));
            JsonNode found = page.json().path("items");
            if (found.isEmpty()) {
                return items;
            }
            for (JsonNode item : found.values()) {
                StringBuilder text = new StringBuilder();
                item.path("sections")
                        .values()
                        .forEach(section ->
                                text.append(section.path("text").asString()).append('\n'));
                items.add(new Item(
                        item.path("messageId").asString(),
                        item.path("inReplyTo").asString(""),
                        item.path("kind").asString(),
                        text.toString()));
            }
            since = "&since=" + page.text("next");
        }
    }

    private List<NodeDatabase> databases() {
        return List.of(town.school().database(), town.team().database());
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp.toInstant();
    }
}
