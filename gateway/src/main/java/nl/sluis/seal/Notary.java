package nl.sluis.seal;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Signs statements that anybody may read, with the key of the seal: CMS SignedData with the statement in it (RFC 5652, 5), which
 * {@code openssl cms -verify} reads too. What kind of statement it is stands in its first line, and no envelope begins like that.
 */
public final class Notary {

    private final SealKeys keys;

    Notary(SealKeys keys) {
        this.keys = keys;
    }

    /**
     * A statement whose signature holds.
     *
     * @param signedAt as the signer's clock had it, within the days of the certificate
     */
    public record Statement(String text, Instant signedAt, X509Certificate signer) {}

    /**
     * Signs in the name of this node.
     *
     * @param at the time of signing; to the second
     */
    public byte[] sign(String statement, Instant at) {
        return Cms.sign(statement.getBytes(StandardCharsets.UTF_8), keys.privateKey(), keys.certificate(), at);
    }

    /** This node's own certificates: by one of them was signed what this node signed. */
    public List<X509Certificate> certificates() {
        return keys.certificates();
    }

    /** The statement in it, when one of these signed it while its certificate was valid; whatever else is given is nobody's. */
    public static Optional<Statement> read(byte[] cms, Collection<X509Certificate> signers) {
        return signers.stream()
                .flatMap(signer -> Cms.signedInTime(cms, signer).stream()
                        .flatMap(signed -> signed.signedAt().stream()
                                .map(at -> new Statement(
                                        new String(signed.content(), StandardCharsets.UTF_8), at, signer))))
                .findFirst();
    }

    /** The certificates that came along with it, of which nobody has said yet that they can be trusted. */
    public static List<X509Certificate> enclosed(byte[] cms) {
        return Cms.enclosed(cms);
    }
}
