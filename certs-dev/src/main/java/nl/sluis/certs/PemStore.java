package nl.sluis.certs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** Reads and writes PEM (RFC 7468). Each file appears whole or not at all, and a key is its owner's from its first byte. */
final class PemStore {

    private static final int LINE_LENGTH = 64;
    private static final String PRIVATE_KEY = "PRIVATE KEY";
    private static final String BEGIN_PRIVATE_KEY = "-----BEGIN PRIVATE KEY-----";
    private static final String END_PRIVATE_KEY = "-----END PRIVATE KEY-----";

    private PemStore() {}

    /** The first certificate of a file, or empty when it is missing or unreadable, or its key is missing. */
    static Optional<X509Certificate> readCertificate(Path certificate, Path key) throws IOException {
        if (!Files.exists(certificate) || !Files.exists(key)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(certificate)) {
            return Optional.of((X509Certificate) x509().generateCertificate(in));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    /** A certificate with its key, or empty when either is missing or unreadable. */
    static Optional<Credential> read(Path certificate, Path key) throws IOException {
        Optional<X509Certificate> found = readCertificate(certificate, key);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Credential(found.get(), privateKey(Files.readString(key))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The revocation list, or empty when it is missing or unreadable. */
    static Optional<X509CRL> readCrl(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of((X509CRL) x509().generateCRL(new ByteArrayInputStream(Files.readAllBytes(file))));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes the certificate followed by the rest of its chain, and its key. The old certificate goes first and the new
     * one comes last, so a process that dies on the way leaves no certificate beside another one's key.
     */
    static void write(Path certificateFile, Path keyFile, Credential credential, X509Certificate... chain)
            throws IOException {
        StringBuilder certificates = new StringBuilder();
        try {
            certificates.append(pem("CERTIFICATE", credential.certificate().getEncoded()));
            for (X509Certificate next : chain) {
                certificates.append(pem("CERTIFICATE", next.getEncoded()));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate that cannot be encoded", e);
        }
        Files.deleteIfExists(certificateFile);
        writeSecret(keyFile, pem(PRIVATE_KEY, credential.key().getEncoded()));
        writeOpen(certificateFile, certificates.toString());
    }

    static void writeCrl(Path file, X509CRL crl) throws IOException {
        try {
            writeOpen(file, pem("X509 CRL", crl.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A revocation list that cannot be encoded", e);
        }
    }

    /** Writes a file that only its owner reads. */
    static void writeSecret(Path file, String content) throws IOException {
        replace(file, content, "rw-------");
    }

    private static void writeOpen(Path file, String content) throws IOException {
        replace(file, content, "rw-r--r--");
    }

    private static void replace(Path file, String content, String permissions) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Path temporary = Files.createTempFile(directory, "." + file.getFileName(), ".tmp");
        try {
            if (Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString(permissions));
            }
            Files.writeString(temporary, content, StandardCharsets.US_ASCII);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static PrivateKey privateKey(String pem) throws GeneralSecurityException {
        String body = pem.replace(BEGIN_PRIVATE_KEY, "").replace(END_PRIVATE_KEY, "");
        byte[] encoded = Base64.getMimeDecoder().decode(body);
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static CertificateFactory x509() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }

    private static String pem(String type, byte[] content) {
        Base64.Encoder encoder = Base64.getMimeEncoder(LINE_LENGTH, new byte[] {'\n'});
        return "-----BEGIN " + type + "-----\n" + encoder.encodeToString(content) + "\n-----END " + type + "-----\n";
    }
}
