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
 * @param detail JSON object with sorted keys
 * @param hash SHA-256 over the hash before it and every field of this row, each with its length in front
 */
@SuppressWarnings("ArrayRecordComponent") // compared by MessageDigest.isEqual only
record AuditEntry(
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
        long n = before + 1;
        return new AuditEntry(n, at, event, messageId, json, hash(hashBefore, n, at, event, messageId, json));
    }

    /** Whether this row is what was written after a row with that hash. */
    boolean follows(byte[] hashBefore) {
        return MessageDigest.isEqual(hash, hash(hashBefore, n, at, event, messageId, detail));
    }

    private static byte[] hash(
            byte[] hashBefore, long n, Instant at, String event, @Nullable String messageId, String detail) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(hashBefore);
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
        try {
            return MessageDigest.getInstance("SHA-256").digest(out.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
