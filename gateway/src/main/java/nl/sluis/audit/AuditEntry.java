package nl.sluis.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One row of the audit.
 *
 * @param n 1 and up, without gaps
 * @param at to the microsecond
 * @param event what happened, such as {@code message.decided}
 * @param messageId the message or record it is about; null when none
 * @param detail JSON object with sorted keys
 * @param hash SHA-256 over the hash before it and {@link #content()}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by MessageDigest.isEqual only
public record AuditEntry(
        long n, Instant at, String event, @Nullable String messageId, String detail, byte[] hash) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static AuditEntry next(
            long before,
            byte[] hashBefore,
            Instant at,
            String event,
            @Nullable String messageId,
            Map<String, String> detail) {
        String json = JSON.writeValueAsString(new TreeMap<>(detail));
        AuditEntry fields = new AuditEntry(before + 1, at, event, messageId, json, hashBefore);
        return new AuditEntry(before + 1, at, event, messageId, json, chained(hashBefore, fields.content()));
    }

    /** Whether this row is what was written after a row with that hash. */
    boolean follows(byte[] hashBefore) {
        return MessageDigest.isEqual(hash, chained(hashBefore, content()));
    }

    /** Its leaf in the Merkle tree. */
    public byte[] leafHash() {
        return MerkleTree.leaf(content());
    }

    /**
     * Every field but the hash: number, seconds and nanoseconds of its time (8, 8 and 4 bytes, big-endian), then event, message
     * and detail in UTF-8, each after its length in 4 bytes.
     */
    public byte[] content() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
                .putLong(n)
                .putLong(at.getEpochSecond())
                .putInt(at.getNano())
                .array());
        for (String field : new String[] {event, messageId == null ? "" : messageId, detail}) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            out.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] chained(byte[] hashBefore, byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(hashBefore);
            return digest.digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
