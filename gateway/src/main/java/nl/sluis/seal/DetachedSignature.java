package nl.sluis.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A signature of a person beside a file: CMS, DER ({@code .p7s}). */
public final class DetachedSignature {

    private DetachedSignature() {}

    /** What is wrong with a signature. */
    public enum Fault {
        /** It is no CMS of one signature with SHA-256 or stronger and a time of signing. */
        MALFORMED,
        /** Nobody who is trusted made it. */
        NOT_TRUSTED,
        /** It is not over this content. */
        OTHER_CONTENT,
        /** The signer's certificate was not valid yet, or no more, at the time of signing. */
        NOT_VALID_AT_SIGNING
    }

    /** What was found. */
    public sealed interface Check {

        /**
         * The content is what this signer signed.
         *
         * @param at the time of signing, as the signer says
         */
        record Good(X509Certificate signer, Instant at) implements Check {}

        /** It does not count. */
        record Bad(Fault fault) implements Check {}
    }

    /**
     * Signs.
     *
     * @param key PEM, PKCS#8 or traditional, not encrypted
     * @param certificate PEM; its first certificate is the signer's
     * @throws IOException when one of the files cannot be read or is not what it should be
     * @throws IllegalStateException when the key cannot sign, or is not that of the certificate
     */
    public static byte[] sign(byte[] content, Path key, Path certificate, Instant at) throws IOException {
        List<X509Certificate> chain = certificates(certificate);
        byte[] cms = DetachedCms.sign(content, SealKeys.readPrivateKey(key), chain.getFirst(), at);
        if (!(verify(content, cms, chain.subList(0, 1)) instanceof Check.Good)) {
            throw new IllegalStateException(
                    "the key is not that of the certificate, or the certificate is not valid now");
        }
        return cms;
    }

    /** Checks a signature by whom is trusted: by the certificates themselves, not by who issued them. */
    public static Check verify(byte[] content, byte[] cms, Collection<X509Certificate> trusted) {
        return DetachedCms.verify(content, cms, trusted);
    }

    /**
     * The certificates in a PEM file, at least one.
     *
     * @throws IOException when the file cannot be read or holds none
     */
    public static List<X509Certificate> certificates(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> found = new ArrayList<>();
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                found.add((X509Certificate) certificate);
            }
            if (found.isEmpty()) {
                throw new IOException("no certificate");
            }
            return found;
        } catch (CertificateException e) {
            throw new IOException("no certificate", e);
        }
    }
}
