package nl.sluis.submit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.seal.AtRest;
import nl.sluis.seal.Sha256;
import nl.sluis.send.Submission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers first answers by {@code Idempotency-Key}. Two calls with one key at the same time: the second waits for the first. */
@Component
final class IdempotencyStore {

    private static final UUID NOT_YET = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final AtRest atRest;
    private final Clock clock;

    IdempotencyStore(JdbcClient jdbc, AtRest atRest, Clock clock) {
        this.jdbc = jdbc;
        this.atRest = atRest;
        this.clock = clock;
    }

    /** What the key was used for before. */
    @SuppressWarnings("ArrayRecordComponent") // read once and dropped
    record Earlier(boolean sameBody, byte[] answer) {}

    /** Takes the key for this body; what was answered when somebody had it before. */
    Optional<Earlier> claim(String key, Submission submission) {
        byte[] request = hash(submission);
        int taken = jdbc.sql("INSERT INTO idempotency (key, request_hash, message_id, answer, created_at)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING")
                .params(stored(key), request, NOT_YET, new byte[0], Timestamp.from(clock.instant()))
                .update();
        return taken == 1
                ? Optional.empty()
                : Optional.of(jdbc.sql("SELECT request_hash, answer FROM idempotency WHERE key = ?")
                        .params(stored(key))
                        .query((row, i) -> new Earlier(
                                MessageDigest.isEqual(request, row.getBytes(1)),
                                atRest.decrypt(label(key), row.getBytes(2))))
                        .single());
    }

    /** The answer under a key that was taken; nobody else reads it so until this transaction ends. */
    byte[] locked(String key) {
        return jdbc.sql("SELECT answer FROM idempotency WHERE key = ? FOR UPDATE")
                .params(stored(key))
                .query((row, i) -> atRest.decrypt(label(key), row.getBytes(1)))
                .single();
    }

    void remember(String key, MessageId id, byte[] answer) {
        jdbc.sql("UPDATE idempotency SET message_id = ?, answer = ? WHERE key = ?")
                .params(id.value(), atRest.encrypt(label(key), answer), stored(key))
                .update();
    }

    // A key is a caller's own text and may say anything
    private static String stored(String key) {
        return Sha256.hex(Sha256.of(key.getBytes(StandardCharsets.UTF_8)));
    }

    private static String label(String key) {
        return "idempotency/" + stored(key);
    }

    private static byte[] hash(Submission submission) {
        OrganisationId recipient = submission.recipient();
        String head = submission.original().mediaType() + "\n" + (recipient == null ? "" : recipient.value()) + "\n";
        byte[] headBytes = head.getBytes(StandardCharsets.UTF_8);
        byte[] body = submission.original().bytes();
        byte[] all = new byte[headBytes.length + body.length];
        System.arraycopy(headBytes, 0, all, 0, headBytes.length);
        System.arraycopy(body, 0, all, headBytes.length, body.length);
        return Sha256.of(all);
    }
}
