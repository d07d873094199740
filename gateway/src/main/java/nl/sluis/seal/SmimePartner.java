package nl.sluis.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * With whom mail is exchanged: its address and the certificates that were agreed on, which are the only ones that count for it. No
 * authority vouches for anybody here.
 *
 * @param address of its mailbox
 * @param certificates the first that is valid is encrypted to; by each of them it may sign, so that a successor can be there before its first day
 */
public record SmimePartner(String address, List<X509Certificate> certificates) {

    /** Keys of RSA with fewer bits are refused (RFC 8551, 4.2 and 4.4). */
    static final int SMALLEST_RSA = 2048;

    private static final int RFC822_NAME = 1;

    /** Reads and copies. */
    public SmimePartner {
        certificates = List.copyOf(certificates);
    }

    /**
     * Reads the certificates.
     *
     * @param setting the key of the setting, for faults; the files are {@code setting[0]} and so on
     * @throws IllegalStateException naming the key of a file that cannot be used
     */
    public static SmimePartner load(String address, List<Path> files, String setting) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            certificates.add(certificate(files.get(i), setting + "[" + i + "]"));
        }
        return new SmimePartner(address, certificates);
    }

    /** To whom is encrypted at that time: the first that is valid, so that a successor takes over by itself. */
    Optional<X509Certificate> recipient(Instant at) {
        return certificates.stream().filter(each -> isValid(each, at)).findFirst();
    }

    /** Whether it has come and not gone. */
    static boolean isValid(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    /** Whether a certificate may sign for this address at that time (RFC 8550, 3 and 4). */
    boolean admits(X509Certificate certificate, Instant at) {
        return certificates.contains(certificate) && isValid(certificate, at) && names(certificate);
    }

    /** Whether its key is long enough. */
    static boolean strong(X509Certificate certificate) {
        return !(certificate.getPublicKey() instanceof RSAKey rsa)
                || rsa.getModulus().bitLength() >= SMALLEST_RSA;
    }

    /**
     * A certificate in PEM or DER.
     *
     * @throws IllegalStateException naming the setting
     */
    static X509Certificate certificate(Path file, String setting) {
        try (InputStream in = Files.newInputStream(file)) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            if (!strong(certificate)) {
                throw new IllegalStateException(setting + ": its key of RSA has fewer than " + SMALLEST_RSA + " bits");
            }
            return certificate;
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException(setting + ": this file cannot be used", e);
        }
    }

    // One without addresses is bound to this one by its being agreed on
    private boolean names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            List<String> addresses = names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> Integer.valueOf(RFC822_NAME).equals(name.get(0)))
                            .map(name -> String.valueOf(name.get(1)).toLowerCase(Locale.ROOT))
                            .toList();
            return addresses.isEmpty() || addresses.contains(address.toLowerCase(Locale.ROOT));
        } catch (CertificateParsingException e) {
            return false;
        }
    }
}
