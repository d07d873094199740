package nl.sluis.checkpoint;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import nl.sluis.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/** Proofs as JSON, over HTTP and in files. Hashes and signatures are in standard base64. */
final class ProofJson {

    private ProofJson() {}

    /**
     * An entry.
     *
     * @param detail as it was written: a text that holds JSON, since its bytes were hashed
     */
    record Entry(long n, Instant at, String event, @Nullable String message, String detail) {

        // What Jackson does not find it leaves null
        Entry {
            requireNonNull(at);
            requireNonNull(event);
            requireNonNull(detail);
        }

        static Entry of(AuditEntry entry) {
            return new Entry(entry.n(), entry.at(), entry.event(), entry.messageId(), entry.detail());
        }

        AuditEntry entry() {
            return new AuditEntry(n, at, event, message, detail, new byte[0]);
        }
    }

    /** What a witness said. */
    record Word(String witness, Instant at, String signed) {

        Word {
            requireNonNull(signed);
        }
    }

    /** A checkpoint with what witnesses said about it. */
    record Signed(
            String origin, long size, String root, Instant signedAt, String signed, List<Word> countersignatures) {

        Signed {
            requireNonNull(origin);
            requireNonNull(root);
            requireNonNull(signed);
            countersignatures = List.copyOf(countersignatures);
        }

        static Signed of(SignedCheckpoint found, List<Checkpoints.Given> words) {
            return new Signed(
                    found.checkpoint().origin(),
                    found.checkpoint().size(),
                    found.checkpoint().root(),
                    found.signedAt(),
                    base64(found.cms()),
                    words.stream()
                            .map(word -> new Word(word.witness(), word.at(), base64(word.cms())))
                            .toList());
        }
    }

    /** That an entry is in the log: the way from its leaf to the root (RFC 9162, 2.1.3). */
    record Inclusion(Entry entry, List<String> path, Signed checkpoint) {

        Inclusion {
            requireNonNull(entry);
            path = List.copyOf(path);
            requireNonNull(checkpoint);
        }
    }

    /** That one log is the beginning of another (RFC 9162, 2.1.4). */
    record Consistency(Signed from, Signed to, List<String> path) {}

    static List<String> base64(List<byte[]> hashes) {
        return hashes.stream().map(ProofJson::base64).toList();
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
