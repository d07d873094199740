package nl.sluis.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.ThreadId;
import nl.sluis.canonical.Urgency;
import nl.sluis.outbox.Outgoing.Form;
import nl.sluis.seal.AtRest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of what this node sends. Content and answers are encrypted at rest. */
@Component
final class OutgoingStore {

    private static final String COLUMNS =
            "SELECT sender, id, thread, form, kind, recipient, state, content, answer, attempts, created_at, urgency"
                    + " FROM outgoing ";

    /**
     * What is held is decided again so long after it was submitted: the transaction of a fact that is recorded at the same moment sees
     * nothing of the message, and that of the message nothing of the fact.
     */
    private static final Duration AT_THE_SAME_MOMENT = Duration.ofSeconds(10);

    private static final String WITHOUT_CONTENT = ", content = NULL, original = NULL";

    private final JdbcClient jdbc;
    private final AtRest atRest;
    private final Clock clock;
    private final OutboxSettings settings;
    private final OutgoingHistory history;

    OutgoingStore(JdbcClient jdbc, AtRest atRest, Clock clock, OutboxSettings settings) {
        this.jdbc = jdbc;
        this.atRest = atRest;
        this.clock = clock;
        this.settings = settings;
        this.history = new OutgoingHistory(jdbc, clock);
    }

    void insert(Outgoing outgoing, byte[] original, @Nullable String detail) {
        boolean queued = outgoing.state() == MessageState.QUEUED;
        jdbc.sql("WITH history AS (" + OutgoingHistory.ADD + ")"
                        + " INSERT INTO outgoing (sender, id, thread, form, kind, recipient, urgency, state, content, original,"
                        + " answer, attempts, next_attempt_at, created_at, queued_at, expires_at) VALUES (:sender, :id,"
                        + " :thread, :form, :kind, :recipient, :urgency, :state, :content, :original, :answer, 0, :next,"
                        + " :at, :queued, :expires)")
                .param("sender", outgoing.sender().value())
                .param("id", outgoing.id().value())
                .param("thread", outgoing.thread().value())
                .param("form", outgoing.form().name())
                .param("kind", outgoing.kind())
                .param("recipient", outgoing.recipient().value())
                .param("state", outgoing.state().name())
                .param("content", encrypted("content", outgoing.id(), outgoing.content()))
                .param("original", encrypted("original", outgoing.id(), original))
                .param("answer", encrypted("answer", outgoing.id(), outgoing.answer()))
                .param("next", firstLook(outgoing.state()))
                .param("at", Timestamp.from(outgoing.createdAt()))
                .param("urgency", outgoing.urgency().name())
                .param("queued", queued ? now() : null)
                .param("expires", expires(outgoing, outgoing.state()))
                .param("detail", detail)
                .update();
    }

    Optional<Outgoing> find(OrganisationId sender, MessageId id) {
        return jdbc.sql(COLUMNS + "WHERE sender = ? AND id = ?")
                .params(sender.value(), id.value())
                .query(this::row)
                .optional();
    }

    /**
     * The row, locked. Waits for whoever has it: what was to be done with it must be done with what the other left, and a
     * receipt or a fact that comes during an attempt must not be lost.
     */
    Optional<Outgoing> lock(OrganisationId sender, MessageId id) {
        return jdbc.sql(COLUMNS + "WHERE sender = ? AND id = ? AND form = ANY (?) FOR UPDATE")
                .params(sender.value(), id.value(), Form.known())
                .query(this::row)
                .optional();
    }

    /** The row, locked, without its content; so also one that is not as it was written. */
    Optional<Outgoing> lockBare(OrganisationId sender, MessageId id) {
        return jdbc.sql(OutgoingRows.BARE + "WHERE sender = ? AND id = ? AND form = ANY (?) FOR UPDATE")
                .params(sender.value(), id.value(), Form.known())
                .query(OutgoingRows::bare)
                .optional();
    }

    /** The bytes as the local system gave them; none once they are destroyed. */
    byte[] original(Outgoing outgoing) {
        return jdbc.sql("SELECT original FROM outgoing WHERE sender = ? AND id = ? AND original IS NOT NULL")
                .params(outgoing.sender().value(), outgoing.id().value())
                .query((row, i) -> atRest.decrypt(label("original", outgoing.id()), row.getBytes(1)))
                .optional()
                .orElseGet(() -> new byte[0]);
    }

    void state(Outgoing outgoing, MessageState state, @Nullable String detail) {
        if (outgoing.state() != state) {
            change(outgoing, state, detail, "", new byte[0]);
        }
    }

    /** Its recipient's node signed for it; a receipt has no more to say then, and its content goes. */
    void sent(Outgoing outgoing, byte[] word) {
        change(
                outgoing,
                MessageState.SENT,
                null,
                ", accepted = :word" + (outgoing.form() == Form.RECEIPT ? WITHOUT_CONTENT : ""),
                word);
    }

    /** Its recipient's receipt has come: it is past, and its content goes. */
    void settled(Outgoing outgoing, MessageState state, @Nullable String detail) {
        if (outgoing.state() == state) {
            forget(outgoing);
        } else {
            change(outgoing, state, detail, WITHOUT_CONTENT, new byte[0]);
        }
    }

    // One question for all of it: each is a round to the database, and a new version of the row
    private void change(Outgoing outgoing, MessageState state, @Nullable String detail, String more, byte[] word) {
        boolean toBeSeenTo = state.undelivered() && outgoing.form().toBeSeenTo(state);
        jdbc.sql("WITH history AS (" + OutgoingHistory.ADD + ")"
                        + " UPDATE outgoing SET state = :state, queued_at = :queued, expires_at = :expires, ended_at = :ended,"
                        + " keep_until = NULL, backlog = false, sent_at = CASE WHEN :state = 'SENT' THEN :now ELSE sent_at"
                        + " END, alarm = NULL, alarm_at = NULL, next_attempt_at = CASE WHEN :open THEN next_attempt_at END"
                        + more + " WHERE sender = :sender AND id = :id")
                .param("word", word)
                .param("detail", detail)
                .param("at", now())
                .param("state", state.name())
                .param("queued", state == MessageState.QUEUED ? now() : null)
                .param("expires", expires(outgoing, state))
                .param("ended", toBeSeenTo ? now() : null)
                .param("now", now())
                .param("open", state.open())
                .param("sender", outgoing.sender().value())
                .param("id", outgoing.id().value())
                .update();
    }

    void answer(Outgoing outgoing, byte[] answer) {
        jdbc.sql("UPDATE outgoing SET answer = ? WHERE sender = ? AND id = ?")
                .params(
                        encrypted("answer", outgoing.id(), answer),
                        outgoing.sender().value(),
                        outgoing.id().value())
                .update();
    }

    /** Content that is not needed to send any more does not stay. */
    void forget(Outgoing outgoing) {
        jdbc.sql("UPDATE outgoing SET content = NULL, original = NULL, next_attempt_at = NULL, keep_until = NULL"
                        + " WHERE sender = ? AND id = ?")
                .params(outgoing.sender().value(), outgoing.id().value())
                .update();
    }

    /** A person may have it tried again, so a message that failed keeps its content for a while; what says nothing does not. */
    void keepFailed(Outgoing outgoing) {
        if (outgoing.form() != Form.MESSAGE) {
            forget(outgoing);
            return;
        }
        jdbc.sql("UPDATE outgoing SET next_attempt_at = NULL, keep_until = ? WHERE sender = ? AND id = ?")
                .params(
                        Timestamp.from(clock.instant().plus(settings.keepUndelivered())),
                        outgoing.sender().value(),
                        outgoing.id().value())
                .update();
    }

    /** Whether it may go and has not gone in its term. */
    boolean termPassed(Outgoing outgoing) {
        return outgoing.state() == MessageState.QUEUED
                && settings.term(outgoing, MessageState.QUEUED)
                        .map(history.queuedSince(outgoing)::plus)
                        .filter(clock.instant()::isAfter)
                        .isPresent();
    }

    /** Makes everything due that may be tried at all. */
    void dueNow() {
        jdbc.sql("UPDATE outgoing SET next_attempt_at = :now WHERE next_attempt_at > :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** What has gone on a consent that has ended since, and whose recipient has not been told. */
    List<Due> untold() {
        return jdbc.sql(
                        "SELECT DISTINCT o.sender, o.id, o.urgency FROM outgoing_consent c JOIN outgoing o USING (sender, id)"
                                + " WHERE c.withdrawn_at IS NOT NULL AND c.notice IS NULL")
                .query(OutgoingRows::due)
                .list();
    }

    void about(Outgoing outgoing, Collection<UUID> persons) {
        for (UUID person : persons) {
            jdbc.sql("INSERT INTO outgoing_person (sender, id, person_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                    .params(outgoing.sender().value(), outgoing.id().value(), person)
                    .update();
        }
    }

    /** The consents on which it goes. Kept from the moment that it may go: nobody knows afterwards what an attempt reached. How many are new. */
    int restsOn(Outgoing outgoing, Collection<String> consents) {
        int added = 0;
        for (String consent : consents) {
            added += jdbc.sql(
                            "INSERT INTO outgoing_consent (sender, id, consent) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                    .params(outgoing.sender().value(), outgoing.id().value(), consent)
                    .update();
        }
        return added;
    }

    /** Notes that a consent has ended; everything that may have gone on it. */
    List<Due> end(String consent, Instant withdrawnAt) {
        return jdbc.sql("UPDATE outgoing_consent c SET withdrawn_at = ? FROM outgoing o WHERE c.consent = ?"
                        + " AND c.withdrawn_at IS NULL AND o.sender = c.sender AND o.id = c.id"
                        + " RETURNING o.sender, o.id, o.urgency")
                .params(Timestamp.from(withdrawnAt), consent)
                .query(OutgoingRows::due)
                .list();
    }

    /** The persons of the register that it is about. */
    Set<UUID> persons(OrganisationId sender, MessageId id) {
        return jdbc.sql("SELECT person_id FROM outgoing_person WHERE sender = ? AND id = ?")
                .params(sender.value(), id.value())
                .query((row, i) -> row.getObject(1, UUID.class))
                .set();
    }

    /** Notes something in the history of a message whose state stays as it is. */
    void note(Outgoing outgoing, String detail) {
        history.add(outgoing.sender(), outgoing.id(), outgoing.state(), detail);
    }

    /**
     * What has not gone yet, also what may go: a withdrawal is to be seen at once, not at the next try. One question, also about nobody:
     * else a partner that brings a fact could measure whether whom it is about is known here.
     */
    List<Due> waitingFor(Collection<UUID> persons) {
        return jdbc.sql(
                        "SELECT DISTINCT o.sender, o.id, o.urgency FROM outgoing o JOIN outgoing_person p USING (sender, id)"
                                + " WHERE p.person_id = ANY(CAST(? AS uuid[])) AND o.state IN ('HOLD', 'REVIEW', 'QUEUED')")
                .param(persons.stream().map(UUID::toString).toArray(String[]::new))
                .query(OutgoingRows::due)
                .list();
    }

    List<Outbox.Step> history(OrganisationId sender, MessageId id) {
        return history.of(sender, id);
    }

    private @Nullable Timestamp expires(Outgoing outgoing, MessageState state) {
        return settings.term(outgoing, state)
                .map(clock.instant()::plus)
                .map(Timestamp::from)
                .orElse(null);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private @Nullable Timestamp firstLook(MessageState state) {
        if (!state.open()) {
            return null;
        }
        Duration wait = state == MessageState.QUEUED ? settings.lookAgain() : AT_THE_SAME_MOMENT;
        return Timestamp.from(clock.instant().plus(wait));
    }

    private Outgoing row(ResultSet row, int i) throws SQLException {
        MessageId id = OutgoingRows.id(row, 2);
        byte[] content = row.getBytes(8);
        return new Outgoing(
                new OrganisationId(row.getString(1)),
                id,
                new ThreadId(row.getObject(3, UUID.class)),
                Form.valueOf(row.getString(4)),
                row.getString(5),
                new OrganisationId(row.getString(6)),
                Urgency.valueOf(row.getString(12)),
                MessageState.valueOf(row.getString(7)),
                content == null ? new byte[0] : atRest.decrypt(label("content", id), content),
                atRest.decrypt(label("answer", id), row.getBytes(9)),
                row.getInt(10),
                row.getTimestamp(11).toInstant());
    }

    private byte[] encrypted(String what, MessageId id, byte[] content) {
        return atRest.encrypt(label(what, id), content);
    }

    private static String label(String what, MessageId id) {
        return "outgoing/" + what + "/" + id;
    }
}
