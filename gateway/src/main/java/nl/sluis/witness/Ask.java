package nl.sluis.witness;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.sluis.audit.MerkleTree;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a node asks of a witness, as C2SP tlog-witness has it, in JSON.
 *
 * @param old the size that the proof begins with; 0 for a witness that has not countersigned yet
 * @param proof that the log of that size is the beginning of the one below
 * @param checkpoint in CMS SignedData
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Ask(long old, List<byte[]> proof, byte[] checkpoint) {

    /** Largest that is read, in bytes: a checkpoint is two kilobytes, a proof at most 64 hashes. */
    static final int MAX_BYTES = 64 * 1024;

    private static final int MOST_HASHES = 64;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private record Wire(
            long old,
            @Nullable List<String> proof,
            @Nullable String checkpoint) {}

    byte[] json() {
        Base64.Encoder base64 = Base64.getEncoder();
        return JSON.writeValueAsBytes(
                new Wire(old, proof.stream().map(base64::encodeToString).toList(), base64.encodeToString(checkpoint)));
    }

    /** Reads one; empty for anything else. */
    static Optional<Ask> read(byte[] json) {
        try {
            Wire wire = JSON.readValue(json, Wire.class);
            if (wire == null
                    || wire.proof() == null
                    || wire.checkpoint() == null
                    || wire.proof().size() > MOST_HASHES) {
                return Optional.empty();
            }
            Base64.Decoder base64 = Base64.getDecoder();
            List<byte[]> proof = new ArrayList<>();
            for (String hash : wire.proof()) {
                byte[] bytes = hash == null ? new byte[0] : base64.decode(hash);
                if (bytes.length != MerkleTree.HASH_BYTES) {
                    return Optional.empty();
                }
                proof.add(bytes);
            }
            return wire.old() < 0
                    ? Optional.empty()
                    : Optional.of(new Ask(wire.old(), proof, base64.decode(wire.checkpoint())));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
