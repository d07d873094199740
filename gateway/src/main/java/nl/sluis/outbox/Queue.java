package nl.sluis.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.Urgency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose turn it is: a queue for each partner, in order within a thread, taken fairly. Works in the caller's transaction. */
@Component
final class Queue {

    /** How many of one partner are taken at a time, and of one that does not answer or has no place. */
    private static final int OF_ONE = 20;

    private static final Duration A_PLACE = Duration.ofSeconds(1);
    private static final int OF_CONGESTED = 1;
    private static final int OF_ALL = 400;
    private static final int OF_ACUTE = 100;

    // One step of the index for each partner, however many rows it has
    private static final String TAKE_DUE = """
            WITH RECURSIVE partner (id) AS (
                SELECT min(recipient) FROM outgoing WHERE next_attempt_at IS NOT NULL
                UNION ALL
                SELECT (SELECT min(recipient) FROM outgoing WHERE next_attempt_at IS NOT NULL AND recipient > partner.id)
                FROM partner WHERE partner.id IS NOT NULL
            ), acute AS (
                SELECT sender, id FROM outgoing WHERE next_attempt_at <= :now AND urgency = 'ACUTE'
                AND form = ANY (:known)
                ORDER BY next_attempt_at LIMIT :ofAcute FOR UPDATE SKIP LOCKED
            ), fair AS (
                SELECT row.sender, row.id FROM partner CROSS JOIN LATERAL (
                    SELECT sender, id FROM outgoing WHERE recipient = partner.id AND next_attempt_at <= :now
                    AND form = ANY (:known)
                    ORDER BY next_attempt_at
                    LIMIT CASE WHEN partner.id = ANY (:congested) THEN :ofCongested ELSE :ofOne END
                    FOR UPDATE SKIP LOCKED) row
                ORDER BY random() LIMIT :ofAll
            )
            UPDATE outgoing SET next_attempt_at = :again, backlog = false
            WHERE (sender, id) IN (SELECT sender, id FROM acute UNION SELECT sender, id FROM fair)
            RETURNING sender, id, urgency
            """;

    private static final String COMES_AFTER_ANOTHER = """
            SELECT EXISTS (SELECT 1 FROM outgoing
                    WHERE form = 'CANCELLATION' AND thread = :id AND sender = :sender
                    AND (state = 'QUEUED' OR state = 'SENT' AND sent_at > :after))
                OR :inOrder AND EXISTS (SELECT 1 FROM outgoing o JOIN outgoing this ON this.sender = :sender AND this.id = :id
                    WHERE o.form = 'MESSAGE' AND o.thread = this.thread
                    AND o.sender = this.sender AND o.recipient = this.recipient AND o.position < this.position
                    AND (o.state = 'QUEUED' OR o.state = 'SENT' AND o.sent_at > :after))
            """;

    private final JdbcClient jdbc;
    private final OutboxLanes lanes;
    private final OutboxSettings settings;
    private final Clock clock;

    Queue(JdbcClient jdbc, OutboxLanes lanes, OutboxSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.lanes = lanes;
        this.settings = settings;
        this.clock = clock;
    }

    void put(Outgoing outgoing) {
        lanes.put(Due.of(outgoing));
    }

    void put(Due due) {
        lanes.put(due);
    }

    /**
     * Whether one before it in its thread, to the same recipient, must come first: one that may go and has not gone, or one that
     * went a moment ago and of which it is not known that it was delivered. What is acute waits for one thing only, as all do: for
     * word that it stopped before, which would have its recipient reject it when it comes later.
     */
    boolean comesAfterAnother(Outgoing outgoing) {
        return outgoing.form() == Outgoing.Form.MESSAGE
                && jdbc.sql(COMES_AFTER_ANOTHER)
                        .param("sender", outgoing.sender().value())
                        .param("id", outgoing.id().value())
                        .param("inOrder", outgoing.urgency() != Urgency.ACUTE)
                        .param("after", at(clock.instant().minus(settings.awaitDelivery())))
                        .query(Boolean.class)
                        .single();
    }

    /** It is past: the next in its thread may be tried, or the message that it took back. */
    void passed(Outgoing outgoing) {
        switch (outgoing.form()) {
            case MESSAGE ->
                jdbc.sql(
                                "SELECT o.sender, o.id, o.urgency FROM outgoing o JOIN outgoing this ON this.sender = ? AND this.id = ?"
                                        + " WHERE o.form = 'MESSAGE' AND o.thread = this.thread AND o.sender = this.sender"
                                        + " AND o.recipient = this.recipient AND o.position > this.position"
                                        + " AND o.state = 'QUEUED' ORDER BY o.position LIMIT 1")
                        .params(outgoing.sender().value(), outgoing.id().value())
                        .query(OutgoingRows::due)
                        .list()
                        .forEach(lanes::put);
            case CANCELLATION ->
                jdbc.sql("SELECT sender, id, urgency FROM outgoing WHERE sender = ? AND id = ? AND state = 'QUEUED'")
                        .params(outgoing.sender().value(), outgoing.thread().value())
                        .query(OutgoingRows::due)
                        .list()
                        .forEach(lanes::put);
            case RECEIPT, NOTICE, CONSENT_COPY, CONSENT_WORD, CONSENT_QUESTION -> {}
        }
    }

    /** Was not tried, for want of a place: goes as soon as there is one, and is looked at after a while. */
    void noPlace(Outgoing outgoing) {
        putOff(outgoing, A_PLACE);
    }

    /** Was not tried, since its partner is out of reach: goes as soon as it answers, and is looked at after a while. */
    void outOfReach(Outgoing outgoing) {
        putOff(outgoing, settings.longestPause());
    }

    private void putOff(Outgoing outgoing, Duration wait) {
        jdbc.sql("UPDATE outgoing SET backlog = true, next_attempt_at = ? WHERE sender = ? AND id = ?")
                .params(
                        at(jittered(wait)),
                        outgoing.sender().value(),
                        outgoing.id().value())
                .update();
    }

    /** Was tried in vain: again after a wait that grows. */
    void retry(Outgoing outgoing) {
        jdbc.sql("UPDATE outgoing SET next_attempt_at = ?, attempts = attempts + 1 WHERE sender = ? AND id = ?")
                .params(
                        at(jittered(settings.backoff(outgoing.attempts() + 1))),
                        outgoing.sender().value(),
                        outgoing.id().value())
                .update();
    }

    /** The partner answered, so there is a place: one of those that were put off goes. */
    void nextOf(OrganisationId recipient) {
        jdbc.sql("UPDATE outgoing SET backlog = false, next_attempt_at = ? WHERE (sender, id) = (SELECT sender, id FROM"
                        + " outgoing WHERE backlog AND recipient = ? ORDER BY position LIMIT 1 FOR UPDATE SKIP LOCKED)"
                        + " RETURNING sender, id, urgency")
                .params(at(again()), recipient.value())
                .query(OutgoingRows::due)
                .list()
                .forEach(lanes::put);
    }

    /**
     * Puts in the channel what is due, and puts it off in the same transaction: another process does not take it too. So many of
     * each partner and no more, so that a million that wait for one do not stand before the one that waits for another.
     *
     * @param congested partners to which more than one attempt makes no sense now
     * @return how many
     */
    int takeDue(Set<OrganisationId> congested) {
        List<Due> due = jdbc.sql(TAKE_DUE)
                .param("now", at(clock.instant()))
                .param("again", at(again()))
                .param("known", Outgoing.Form.known())
                .param(
                        "congested",
                        congested.stream().map(OrganisationId::value).toArray(String[]::new))
                .param("ofCongested", OF_CONGESTED)
                .param("ofOne", OF_ONE)
                .param("ofAll", OF_ALL)
                .param("ofAcute", OF_ACUTE)
                .query(OutgoingRows::due)
                .list();
        due.forEach(lanes::put);
        return due.size();
    }

    /** What waits longer than anything can: the clock of this machine was set back. It is due now. */
    void mendClock() {
        Duration longest = settings.longestWait();
        jdbc.sql("UPDATE outgoing SET next_attempt_at = :now WHERE (sender, id) IN (SELECT sender, id FROM outgoing"
                        + " WHERE next_attempt_at > :never LIMIT :ofAll FOR UPDATE SKIP LOCKED)")
                .param("now", at(clock.instant()))
                .param("never", at(clock.instant().plus(longest.multipliedBy(2))))
                .param("ofAll", OF_ALL)
                .update();
    }

    private Instant again() {
        return clock.instant().plus(settings.lookAgain());
    }

    // Half of the wait is random, so that nodes that lost the same partner do not come back at once
    private Instant jittered(Duration wait) {
        long half = Math.max(wait.toMillis() / 2, 1);
        return clock.instant().plusMillis(half + ThreadLocalRandom.current().nextLong(half));
    }

    private static Timestamp at(Instant instant) {
        return Timestamp.from(instant);
    }
}
