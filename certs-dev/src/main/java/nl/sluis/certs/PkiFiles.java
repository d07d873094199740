package nl.sluis.certs;

import java.nio.file.Path;

/**
 * Where the files of a development PKI are.
 *
 * @param directory the directory that holds them all
 */
public record PkiFiles(Path directory) {

    /** The certificate of the authority that every good certificate comes from. */
    public Path ca() {
        return directory.resolve("ca.pem");
    }

    /** The list of revoked certificates of {@link #ca()}. */
    public Path crl() {
        return directory.resolve("ca.crl.pem");
    }

    /** The certificate of an authority that nobody trusts. */
    public Path otherCa() {
        return directory.resolve("other-ca.pem");
    }

    /**
     * A certificate, followed by that of its authority.
     *
     * @param name a holder's name, or {@code expired}, {@code revoked}, {@code other-ca}, {@code wrong-oin}
     */
    public Path certificate(String name, CertificateUse use) {
        return directory.resolve(name + "." + use.suffix() + ".pem");
    }

    /** The private key of {@link #certificate(String, CertificateUse)}: PKCS#8, PEM. */
    public Path key(String name, CertificateUse use) {
        return directory.resolve(name + "." + use.suffix() + ".key");
    }

    /** The key for encryption at rest of a holder: 32 random bytes as 64 hexadecimal digits, no line end. */
    public Path storageKey(String name) {
        return directory.resolve(name + ".storage.key");
    }

    Path caKey() {
        return directory.resolve("ca.key");
    }

    Path otherCaKey() {
        return directory.resolve("other-ca.key");
    }

    Path lock() {
        return directory.resolve(".lock");
    }
}
