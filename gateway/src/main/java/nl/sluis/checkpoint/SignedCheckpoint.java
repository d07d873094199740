package nl.sluis.checkpoint;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import nl.sluis.seal.Notary;

/**
 * A checkpoint with the signature of whose log it is.
 *
 * @param signedAt as the signer's clock had it
 * @param cms the text in CMS SignedData
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SignedCheckpoint(Checkpoint checkpoint, Instant signedAt, byte[] cms) {

    /** Reads one that one of these signed; empty for anything else. */
    public static Optional<SignedCheckpoint> read(byte[] cms, Collection<X509Certificate> signers) {
        return Notary.read(cms, signers)
                .flatMap(statement -> Checkpoint.parse(statement.text())
                        .map(checkpoint -> new SignedCheckpoint(checkpoint, statement.signedAt(), cms)));
    }
}
