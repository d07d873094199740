package nl.sluis.checkpoint;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import nl.sluis.audit.AuditEntry;
import nl.sluis.audit.MerkleTree;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line of an archive (docs/api/audit.md). */
sealed interface ArchiveLine {

    /** Reads no field that it does not know, and no number as a text. */
    JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** Of which log, by which version of the format. */
    record Head(String type, int version, String origin, String organisation) implements ArchiveLine {
        static final String TYPE = "sluis-audit-archive";
        static final int VERSION = 1;

        public Head {
            requireNonNull(origin);
            requireNonNull(organisation);
        }
    }

    /** An entry. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            String type,
            long n,
            Instant at,
            String event,
            @Nullable String message,
            String detail,
            String hash) implements ArchiveLine {
        static final String TYPE = "entry";

        // What Jackson does not find it leaves null
        public Entry {
            requireNonNull(at);
            requireNonNull(event);
            requireNonNull(detail);
            requireNonNull(hash);
        }

        static Entry of(AuditEntry entry) {
            return new Entry(
                    TYPE,
                    entry.n(),
                    entry.at(),
                    entry.event(),
                    entry.messageId(),
                    entry.detail(),
                    HexFormat.of().formatHex(entry.hash()));
        }

        AuditEntry entry() {
            byte[] bytes = HexFormat.of().parseHex(hash);
            if (bytes.length != MerkleTree.HASH_BYTES) {
                throw new IllegalArgumentException("no hash");
            }
            return new AuditEntry(n, at, event, message, detail, bytes);
        }
    }

    /** A signed statement: a checkpoint, or what a witness or a time-stamping authority said about the one before it. */
    record Signed(String type, String signed) implements ArchiveLine {
        static final String CHECKPOINT = "checkpoint";
        static final String COUNTERSIGNATURE = "countersignature";
        static final String TIMESTAMP = "timestamp";

        public Signed {
            requireNonNull(signed);
        }

        static Signed of(String type, byte[] cms) {
            return new Signed(type, Base64.getEncoder().encodeToString(cms));
        }

        byte[] cms() {
            return Base64.getDecoder().decode(signed);
        }
    }

    /** The last line, or the file was cut. */
    record End(String type, long entries) implements ArchiveLine {
        static final String TYPE = "end";
    }

    default String json() {
        return JSON.writeValueAsString(this);
    }

    /** Reads a line; empty when it is none exactly. */
    static Optional<ArchiveLine> read(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            ArchiveLine read = switch (json.path("type").asString("")) {
                case Head.TYPE -> JSON.treeToValue(json, Head.class);
                case Entry.TYPE -> JSON.treeToValue(json, Entry.class);
                case Signed.CHECKPOINT, Signed.COUNTERSIGNATURE, Signed.TIMESTAMP ->
                    JSON.treeToValue(json, Signed.class);
                case End.TYPE -> JSON.treeToValue(json, End.class);
                default -> null;
            };
            // What is read is what was written: nothing more, and no field twice
            return Optional.ofNullable(read).filter(found -> found.json().equals(line));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
