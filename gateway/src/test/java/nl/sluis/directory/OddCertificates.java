package nl.sluis.directory;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

/** Server certificates with one fault each, of an authority of their own. */
final class OddCertificates {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String GOOD = "SHA256withECDSA";

    private final KeyPair authorityKey = ec();
    private final X509Certificate authority;

    OddCertificates() throws GeneralSecurityException, OperatorCreationException, IOException {
        authority = authority("CN=authority", authorityKey, "CN=authority", authorityKey.getPrivate(), null);
    }

    /** Trusts the authority and nobody else. */
    KeyStore trust() throws GeneralSecurityException, OperatorCreationException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", authority);
        return store;
    }

    /** What a server with that fault has. */
    SslBundle server(String fault, String oin) throws GeneralSecurityException, OperatorCreationException, IOException {
        KeyPair key = fault.equals("RSA of 1024 bits") ? rsa(1024) : ec();
        Instant now = Instant.now();
        Instant from = fault.equals("not yet valid") ? now.plus(Duration.ofDays(1)) : now.minus(Duration.ofDays(2));
        Instant until = fault.equals("expired") ? now.minus(Duration.ofDays(1)) : now.plus(Duration.ofDays(2));
        String subject = "CN=server, SERIALNUMBER=" + (fault.equals("another OIN") ? oin.replace('9', '8') : oin);
        X509Certificate[] chain = switch (fault) {
            case "self-signed" ->
                new X509Certificate[] {leaf(subject, key, subject, key.getPrivate(), GOOD, from, until, fault)};
            case "of another authority" -> {
                KeyPair other = ec();
                yield new X509Certificate[] {
                    leaf(subject, key, "CN=authority", other.getPrivate(), GOOD, from, until, fault)
                };
            }
            case "names that its authority may not give" -> {
                KeyPair between = ec();
                yield new X509Certificate[] {
                    leaf(subject, key, "CN=between", between.getPrivate(), GOOD, from, until, fault),
                    authority(
                            "CN=between",
                            between,
                            "CN=authority",
                            authorityKey.getPrivate(),
                            new NameConstraints(
                                    new GeneralSubtree[] {
                                        new GeneralSubtree(new GeneralName(GeneralName.dNSName, "example.org"))
                                    },
                                    null))
                };
            }
            case "SHA-1" ->
                new X509Certificate[] {
                    leaf(subject, key, "CN=authority", authorityKey.getPrivate(), "SHA1withECDSA", from, until, fault)
                };
            default ->
                new X509Certificate[] {
                    leaf(subject, key, "CN=authority", authorityKey.getPrivate(), GOOD, from, until, fault)
                };
        };
        PrivateKey used = fault.equals("another key") ? ec().getPrivate() : key.getPrivate();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", used, new char[0], chain);
        return SslBundle.of(SslStoreBundle.of(store, "", trust()));
    }

    private static X509Certificate leaf(
            String subject,
            KeyPair key,
            String issuer,
            PrivateKey signer,
            String algorithm,
            Instant from,
            Instant until,
            String fault)
            throws CertIOException, OperatorCreationException, GeneralSecurityException {
        JcaX509v3CertificateBuilder builder = builder(subject, key, issuer, from, until);
        String host = fault.equals("another host") ? "elsewhere.example" : "localhost";
        builder.addExtension(
                Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
        builder.addExtension(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(
                        fault.equals("of a client") ? KeyPurposeId.id_kp_clientAuth : KeyPurposeId.id_kp_serverAuth));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(signer)));
    }

    private static X509Certificate authority(
            String subject,
            KeyPair key,
            String issuer,
            PrivateKey signer,
            @org.jspecify.annotations.Nullable NameConstraints constraints)
            throws CertIOException, OperatorCreationException, GeneralSecurityException {
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder =
                builder(subject, key, issuer, now.minus(Duration.ofDays(9)), now.plus(Duration.ofDays(9)));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(1));
        if (constraints != null) {
            builder.addExtension(Extension.nameConstraints, true, constraints);
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(GOOD).build(signer)));
    }

    private static JcaX509v3CertificateBuilder builder(
            String subject, KeyPair key, String issuer, Instant from, Instant until) {
        return new JcaX509v3CertificateBuilder(
                new X500Name(issuer),
                new BigInteger(64, RANDOM),
                Date.from(from),
                Date.from(until),
                new X500Name(subject),
                key.getPublic());
    }

    private static KeyPair ec() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static KeyPair rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }
}
