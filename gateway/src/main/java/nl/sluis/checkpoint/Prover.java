package nl.sluis.checkpoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import nl.sluis.audit.AuditEntry;
import nl.sluis.audit.AuditTree;
import nl.sluis.audit.LeafHashes;
import nl.sluis.seal.Notary;
import org.jspecify.annotations.Nullable;

/** Makes the proof of one entry, which a third party checks with {@link ProofCheck}. */
public final class Prover {

    private Prover() {}

    /** From the database of a node, by its latest checkpoint. Empty when the entry is under none. */
    public static Optional<String> prove(long n, Checkpoints checkpoints, AuditTree tree) {
        return checkpoints
                .latest()
                .filter(found -> n >= 1 && n <= found.checkpoint().size())
                .flatMap(found -> tree.entry(n)
                        .map(entry -> json(
                                entry,
                                tree.inclusion(n, found.checkpoint().size()),
                                found,
                                checkpoints.countersignatures(found.checkpoint().size()))));
    }

    /**
     * From an archive, by its last checkpoint; keeps 32 bytes an entry in memory meanwhile.
     *
     * @throws IOException when the archive cannot be read
     */
    public static Optional<String> prove(long n, BufferedReader archive) throws IOException {
        LeafHashes leaves = new LeafHashes();
        AtomicReference<@Nullable AuditEntry> entry = new AtomicReference<>();
        AtomicReference<@Nullable Last> last = new AtomicReference<>();
        Archive.Head head = Archive.entries(
                archive,
                read -> {
                    leaves.add(read.leafHash());
                    if (read.n() == n) {
                        entry.set(read);
                    }
                },
                cms -> last.set(new Last(leaves.size(), cms, new ArrayList<>())),
                cms -> Optional.ofNullable(last.get())
                        .ifPresent(of -> of.words().add(cms)));
        AuditEntry found = entry.get();
        Last signed = last.get();
        if (found == null || signed == null || n > signed.size()) {
            return Optional.empty();
        }
        return Notary.read(signed.cms(), Notary.enclosed(signed.cms()))
                .flatMap(statement -> Checkpoint.parse(statement.text())
                        .filter(checkpoint ->
                                checkpoint.origin().equals(head.origin()) && checkpoint.size() == signed.size())
                        .map(checkpoint -> json(
                                found,
                                leaves.inclusion(n, signed.size()),
                                new SignedCheckpoint(checkpoint, statement.signedAt(), signed.cms()),
                                signed.given())));
    }

    /** The last checkpoint of an archive, over so many entries, with what witnesses said. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Last(long size, byte[] cms, List<byte[]> words) {

        List<Checkpoints.Given> given() {
            List<Checkpoints.Given> given = new ArrayList<>();
            for (byte[] word : words) {
                Notary.read(word, Notary.enclosed(word))
                        .ifPresent(statement -> given.add(new Checkpoints.Given(
                                size, Trust.oinOf(statement.signer()).orElse("?"), statement.signedAt(), word)));
            }
            return given;
        }
    }

    private static String json(
            AuditEntry entry, List<byte[]> path, SignedCheckpoint checkpoint, List<Checkpoints.Given> words) {
        return ArchiveLine.JSON.writeValueAsString(new ProofJson.Inclusion(
                ProofJson.Entry.of(entry), ProofJson.base64(path), ProofJson.Signed.of(checkpoint, words)));
    }
}
