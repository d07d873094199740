package nl.sluis.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** Signatures that the product would not make. */
public final class TestSignatures {

    private TestSignatures() {}

    /** Signs at any moment, also with a certificate that is not valid then. */
    public static byte[] signed(byte[] content, Path key, Path certificate, Instant at) {
        try {
            return DetachedCms.sign(
                    content,
                    SealKeys.readPrivateKey(key),
                    DetachedSignature.certificates(certificate).getFirst(),
                    at);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
