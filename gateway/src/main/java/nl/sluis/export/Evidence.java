package nl.sluis.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.audit.AuditEntry;

/**
 * One entry with all that a form is written from.
 *
 * @param detail its fields
 * @param subjects whom it is about, as far as that is known
 * @param whose of whose log it is
 */
record Evidence(
        AuditEntry entry, Map<String, String> detail, Meaning meaning, List<DataSubject> subjects, Whose whose) {

    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;

    /** A field of the entry. */
    Optional<String> field(String name) {
        return Optional.ofNullable(detail.get(name)).filter(value -> !value.isEmpty());
    }

    /** The partner that it went to or came from. */
    Optional<String> partner() {
        return field("recipient")
                .or(() -> field("sender"))
                .or(() -> field("keeper"))
                .or(() -> field("partner"));
    }

    /** Who did it, as a code that leads to a person or system in the organisation's own administration. */
    Optional<String> user() {
        return field("caller").or(() -> field("by"));
    }

    /** How it ended. */
    Result result() {
        String event = entry.event();
        String outcome = field("outcome").or(() -> field("state")).orElse("");
        if (event.endsWith(".refused")
                || event.endsWith(".rejected")
                || event.endsWith(".failed")
                || outcome.equals("DENY")
                || outcome.equals("FAILED")) {
            return Result.FAILED;
        }
        return outcome.equals("HOLD") || outcome.equals("REVIEW") || outcome.equals("NONE")
                ? Result.UNDECIDED
                : Result.DONE;
    }

    /** 32 hexadecimal digits: the message's own identity, which sender and recipient share; of other entries one of their own. */
    String traceId() {
        try {
            return UUID.fromString(Optional.ofNullable(entry.messageId()).orElse(""))
                    .toString()
                    .replace("-", "");
        } catch (IllegalArgumentException e) {
            return hash(TRACE_BYTES, "trace");
        }
    }

    /** 16 hexadecimal digits. */
    String spanId(String part) {
        return hash(SPAN_BYTES, part);
    }

    // Of the log and the place in it: the same in every export
    private String hash(int bytes, String part) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((whose.origin() + "\n" + entry.n() + "\n" + part).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
