package nl.sluis.checkpoint;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import nl.sluis.directory.Oin;
import nl.sluis.seal.Issued;
import nl.sluis.seal.Notary;

/**
 * Whose signatures count for somebody who checks a log: certificates that he got from elsewhere, and what an authority among them
 * issued. With nobody to trust, signatures are checked by the certificates that came along, which proves nothing about who signed.
 *
 * @param given certificates of signers, or of authorities
 */
record Trust(List<X509Certificate> given) {

    Trust {
        given = List.copyOf(given);
    }

    /** Whether a certificate of the node itself is among them: then what another one signed in its name is not the node's. */
    boolean knows(String origin) {
        return given.stream()
                .filter(certificate -> certificate.getBasicConstraints() < 0)
                .anyMatch(certificate -> oinOf(certificate)
                        .map(Checkpoint::originOf)
                        .filter(origin::equals)
                        .isPresent());
    }

    /** Whether there is anybody at all. */
    boolean nobody() {
        return given.isEmpty();
    }

    /**
     * A statement of the node whose log it is.
     *
     * @param counting by somebody who is trusted; otherwise by whoever came along
     */
    Optional<Notary.Statement> ofLog(byte[] cms, String origin, boolean counting) {
        return statement(cms, counting)
                .filter(found -> origins(found).filter(origin::equals).isPresent());
    }

    /** A statement of another than the node whose log it is: who signs for himself is no witness. */
    Optional<Notary.Statement> ofAnother(byte[] cms, String origin, boolean counting) {
        return statement(cms, counting)
                .filter(found ->
                        origins(found).filter(own -> !own.equals(origin)).isPresent());
    }

    private Optional<Notary.Statement> statement(byte[] cms, boolean counting) {
        return Notary.read(cms, signersOf(cms, counting));
    }

    private static Optional<String> origins(Notary.Statement statement) {
        return oinOf(statement.signer()).map(Checkpoint::originOf);
    }

    private List<X509Certificate> signersOf(byte[] cms, boolean counting) {
        List<X509Certificate> enclosed = Notary.enclosed(cms);
        return counting ? Issued.among(enclosed, given) : enclosed;
    }

    /** The organisation that a certificate names. */
    static Optional<String> oinOf(X509Certificate certificate) {
        return Oin.of(certificate);
    }
}
