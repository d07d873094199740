package nl.sluis.checkpoint;

import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.sluis.audit.MerkleProof;
import nl.sluis.seal.Notary;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Checks the proof of one entry, as the API and {@code ./sluis audit prove} give it, with nothing but certificates. */
public final class ProofCheck {

    private final Trust trust;
    private final Set<String> reservations = new LinkedHashSet<>();
    private final Map<String, Long> witnesses = new TreeMap<>();

    private ProofCheck(List<X509Certificate> trusted) {
        this.trust = new Trust(trusted);
    }

    /** What was found; {@code entries} is the number of the entry. Empty when this is no proof. */
    public static Optional<LogCheck.Outcome> check(String json, List<X509Certificate> trusted) {
        try {
            return Optional.ofNullable(ArchiveLine.JSON.readValue(json, ProofJson.Inclusion.class))
                    .map(proof -> new ProofCheck(trusted).check(proof));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private LogCheck.Outcome check(ProofJson.Inclusion proof) {
        ProofJson.Signed given = proof.checkpoint();
        Checkpoint checkpoint = new Checkpoint(given.origin(), given.size(), given.root());
        String broken = broken(proof, checkpoint);
        if (broken == null && trust.nobody()) {
            reservations.add("you trust nobody: whoever made this could have signed it");
        }
        if (broken == null && witnesses.isEmpty()) {
            reservations.add(
                    "no witness that you trust signed: who has the node's keys could have rewritten everything");
        }
        return new LogCheck.Outcome(
                checkpoint.origin(),
                broken,
                proof.entry().n(),
                checkpoint.size(),
                Map.copyOf(witnesses),
                List.of(),
                List.copyOf(reservations));
    }

    private @Nullable String broken(ProofJson.Inclusion proof, Checkpoint checkpoint) {
        Base64.Decoder base64 = Base64.getDecoder();
        byte[] cms = base64.decode(proof.checkpoint().signed());
        Optional<Notary.Statement> statement = trust.ofLog(cms, checkpoint.origin(), true);
        if (statement.isEmpty() && trust.knows(checkpoint.origin())) {
            return "checkpoint " + checkpoint.size()
                    + ": signed by another certificate in the node's name than those of it that you trust";
        }
        if (statement.isEmpty()) {
            statement = trust.ofLog(cms, checkpoint.origin(), false);
            reservations.add("the node's signature was not checked by a certificate that you trust");
        }
        if (!statement.map(Notary.Statement::text).equals(Optional.of(checkpoint.text()))) {
            return "checkpoint " + checkpoint.size() + ": not signed by the node whose log this is";
        }
        List<byte[]> path = new ArrayList<>();
        proof.path().forEach(hash -> path.add(base64.decode(hash)));
        long n = proof.entry().n();
        if (!MerkleProof.includes(
                proof.entry().entry().leafHash(), n - 1, checkpoint.size(), path, checkpoint.rootBytes())) {
            return "entry " + n + ": not one that checkpoint " + checkpoint.size() + " was signed over";
        }
        for (ProofJson.Word word : proof.checkpoint().countersignatures()) {
            if (!countersigned(base64.decode(word.signed()), checkpoint)) {
                return "countersignature: of something else, or of nobody";
            }
        }
        return null;
    }

    private boolean countersigned(byte[] cms, Checkpoint checkpoint) {
        Optional<Notary.Statement> statement = trust.ofAnother(cms, checkpoint.origin(), true);
        boolean trusted = statement.isPresent();
        Optional<Countersignature> word = statement
                .or(() -> trust.ofAnother(cms, checkpoint.origin(), false))
                .flatMap(found -> Countersignature.parse(found.text()))
                .filter(found -> found.checkpoint().equals(checkpoint));
        if (word.isPresent() && trusted) {
            String oin = Trust.oinOf(statement.get().signer()).orElse("?");
            witnesses.put(oin, checkpoint.size());
            word.get().breaks().forEach(b -> reservations.add(LogCheck.told(oin, b)));
        } else if (word.isPresent()) {
            reservations.add("a countersignature is of somebody that you do not trust");
        }
        return word.isPresent();
    }
}
