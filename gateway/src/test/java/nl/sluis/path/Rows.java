package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Looks at what one node has stored, past the node itself. */
record Rows(JdbcClient jdbc) {

    private static final int PORT_LINE = 3;
    private static final List<String> TABLES = List.of(
            "outgoing",
            "outgoing_person",
            "outgoing_history",
            "idempotency",
            "incoming",
            "received_ground",
            "person",
            "consent",
            "consent_document",
            "meldcode_case",
            "household",
            "feed_item",
            "decision_facts",
            "decision_link");

    static Rows of(Path data, String database) {
        try {
            String port = Files.readAllLines(data.resolve("pg").resolve("postmaster.pid"))
                    .get(PORT_LINE)
                    .trim();
            return new Rows(JdbcClient.create(new DriverManagerDataSource(
                    "jdbc:postgresql://localhost:" + port + "/" + database, "postgres", "postgres")));
        } catch (IOException e) {
            throw new UncheckedIOException("the database of the nodes does not run", e);
        }
    }

    /** The number of rows by table. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : TABLES) {
            counts.put(
                    table,
                    jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single());
        }
        return counts;
    }

    /** Attachments of which bytes are still to come; of the others some go by themselves, at any moment. */
    long unfinishedAttachments() {
        return count("attachment WHERE state = 'OPEN'");
    }

    /** How many rows there are of what follows {@code FROM}. */
    long count(String from) {
        return jdbc.sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }

    /** What became of a received envelope; empty when it is not there. */
    String incoming(String messageId) {
        return jdbc.sql("SELECT state FROM incoming WHERE id = ?::uuid ORDER BY received_at LIMIT 1")
                .param(messageId)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** How much of a form goes, or went, to an organisation. */
    long outgoing(String form, String recipient) {
        return jdbc.sql("SELECT count(*) FROM outgoing WHERE form = ? AND recipient = ?")
                .params(form, recipient)
                .query(Long.class)
                .single();
    }

    /** As if the keepers of all copies had said nothing for so long. */
    /** Also as if their keepers were just asked, so that no answer makes them fresh before somebody has looked. */
    void letCopiesGrowOld(Duration by) {
        jdbc.sql("UPDATE consent_copy SET as_of = as_of - make_interval(secs => ?), asked_at = now()")
                .param((double) by.toSeconds())
                .update();
    }

    void letKeepersBeAsked() {
        jdbc.sql("UPDATE consent_copy SET asked_at = NULL").update();
    }

    long feedItems(String messageId) {
        return jdbc.sql("SELECT count(*) FROM feed_item WHERE message_id = ?::uuid")
                .param(messageId)
                .query(Long.class)
                .single();
    }

    /** Does something to a row that no node would do. */
    void spoil(String sql, String messageId) {
        assertThat(jdbc.sql(sql).param(messageId).update()).isEqualTo(1);
    }

    /** As if so many bytes of a sender wait, in envelopes that nobody opens for an hour. */
    Waiting waiting(String sender, long bytes) {
        jdbc.sql("INSERT INTO incoming (sender, id, receipt, envelope, envelope_hash, accepted, state, received_at)"
                        + " SELECT ?, gen_random_uuid(), false, decode(repeat('00', (? / 10)::int), 'hex'), '', '', 'STORED',"
                        + " now() + interval '1 hour' FROM generate_series(1, 10)")
                .params(sender, bytes)
                .update();
        return new Waiting(jdbc, sender);
    }

    /** What waits until it is taken away. */
    record Waiting(JdbcClient jdbc, String sender) implements AutoCloseable {
        @Override
        public void close() {
            jdbc.sql("DELETE FROM incoming WHERE sender = ? AND received_at > now() + interval '30 minutes'")
                    .param(sender)
                    .update();
        }
    }

    /** From now on envelopes are stored otherwise than they came, until the trap is taken away. */
    Trap onEnvelopes(String change) {
        jdbc.sql("CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " + change
                        + "; RETURN NEW; END $$")
                .update();
        jdbc.sql("CREATE TRIGGER spoil BEFORE INSERT ON incoming FOR EACH ROW EXECUTE FUNCTION spoil()")
                .update();
        return new Trap(jdbc, "incoming");
    }

    /** From now on no entry of that event can be written, until the trap is taken away. */
    Trap onAudit(String event) {
        jdbc.sql("CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " RAISE EXCEPTION 'no evidence'; END $$")
                .update();
        jdbc.sql("CREATE TRIGGER spoil BEFORE INSERT ON audit_entry FOR EACH ROW WHEN (NEW.event = '" + event
                        + "') EXECUTE FUNCTION spoil()")
                .update();
        return new Trap(jdbc, "audit_entry");
    }

    /** Something that spoils rows as they are stored. */
    record Trap(JdbcClient jdbc, String table) implements AutoCloseable {
        @Override
        public void close() {
            jdbc.sql("DROP TRIGGER spoil ON " + table).update();
            jdbc.sql("DROP FUNCTION spoil").update();
        }
    }
}
