package nl.sluis.testing;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates of nobody, with a validity that a test wants: for what looks at no more than that. */
public final class Certificates {

    private static final Map<String, Path> LASTING = new ConcurrentHashMap<>();

    private Certificates() {}

    /** One that holds in every test, whatever day it is; the same for the same name. */
    public static Path lasting(String name) {
        return LASTING.computeIfAbsent(name, key -> of(key, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")));
    }

    /** One with that validity, as PEM. */
    public static Path of(String name, Instant from, Instant until) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair pair = generator.generateKeyPair();
            X500Name subject = new X500Name("CN=" + name);
            byte[] encoded = new JcaX509v3CertificateBuilder(
                            subject,
                            BigInteger.valueOf(name.hashCode() & 0x7fffffff),
                            Date.from(from),
                            Date.from(until),
                            subject,
                            pair.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                    .getEncoded();
            Path file = Files.createTempFile("sluis-certificate-", ".pem");
            file.toFile().deleteOnExit();
            return Files.writeString(
                    file,
                    "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(encoded)
                            + "\n-----END CERTIFICATE-----\n");
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("no certificate for a test", e);
        }
    }

    /** Reads one. */
    public static X509Certificate read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no certificate for a test", e);
        }
    }
}
