package nl.sluis.certs;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority: its own certificate and key, and what it issues with them. Profile of RFC 5280: EC P-256,
 * ECDSA with SHA-256, the OIN in the subject's serialNumber as PKIoverheid does.
 *
 * @param credential the authority's own certificate and key
 */
record Authority(Credential credential) {

    static final String SIGNATURE_ALGORITHM = "SHA256withECDSA";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SERIAL_BITS = 127;

    /** Makes an authority with a certificate that it signs itself. */
    static Authority create(String commonName, Validity validity) {
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "NL")
                .addRDN(BCStyle.O, "Sluis")
                .addRDN(BCStyle.CN, commonName)
                .build();
        KeyPair pair = Keys.onCurve("secp256r1");
        try {
            JcaX509v3CertificateBuilder builder = builder(name, name, validity, pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            addIdentifiers(builder, pair.getPublic(), pair.getPublic());
            return new Authority(new Credential(sign(builder, pair.getPrivate()), pair.getPrivate()));
        } catch (CertIOException | GeneralSecurityException | OperatorCreationException e) {
            throw cannotIssue(commonName, e);
        }
    }

    /** Issues a certificate with a fresh key. */
    Credential issue(X500Name subject, CertificateUse use, Validity validity) {
        KeyPair pair = use.newKeyPair();
        try {
            JcaX509v3CertificateBuilder builder = builder(name(), subject, validity, pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, use.keyUsage());
            ExtendedKeyUsage purposes = use.extendedKeyUsage();
            if (purposes != null) {
                builder.addExtension(Extension.extendedKeyUsage, false, purposes);
            }
            if (use == CertificateUse.NODE) {
                builder.addExtension(Extension.subjectAlternativeName, false, loopbackNames());
            }
            addIdentifiers(builder, pair.getPublic(), certificate().getPublicKey());
            return new Credential(sign(builder, credential.key()), pair.getPrivate());
        } catch (CertIOException | GeneralSecurityException | OperatorCreationException e) {
            throw cannotIssue(subject.toString(), e);
        }
    }

    /** Issues the list of certificates that it revoked. */
    X509CRL revoke(List<X509Certificate> revoked, Instant now) {
        try {
            X509v2CRLBuilder builder = new JcaX509v2CRLBuilder(certificate(), Date.from(now));
            builder.setNextUpdate(Date.from(now.plus(Validity.TERM)));
            for (X509Certificate certificate : revoked) {
                builder.addCRLEntry(certificate.getSerialNumber(), Date.from(now), CRLReason.keyCompromise);
            }
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils()
                            .createAuthorityKeyIdentifier(certificate().getPublicKey()));
            return new JcaX509CRLConverter().getCRL(builder.build(signer(credential.key())));
        } catch (CertIOException | GeneralSecurityException | OperatorCreationException e) {
            throw cannotIssue("revocation list", e);
        }
    }

    /**
     * Whether the certificate names this authority's key as the one that signed it. No check of the signature: this is
     * housekeeping among our own files, on the way of every start.
     */
    boolean names(X509Certificate candidate) {
        byte[] named = candidate.getExtensionValue(Extension.authorityKeyIdentifier.getId());
        byte[] own = certificate().getExtensionValue(Extension.authorityKeyIdentifier.getId());
        return named != null && Arrays.equals(named, own);
    }

    /** Whether this authority signed the revocation list. */
    boolean issued(X509CRL candidate) {
        try {
            candidate.verify(certificate().getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    X509Certificate certificate() {
        return credential.certificate();
    }

    private X500Name name() {
        return X500Name.getInstance(certificate().getSubjectX500Principal().getEncoded());
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, Validity validity, PublicKey key) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, RANDOM).setBit(0),
                Date.from(validity.from()),
                Date.from(validity.until()),
                subject,
                key);
    }

    private static void addIdentifiers(JcaX509v3CertificateBuilder builder, PublicKey own, PublicKey issuer)
            throws CertIOException, GeneralSecurityException {
        JcaX509ExtensionUtils utils = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.subjectKeyIdentifier, false, utils.createSubjectKeyIdentifier(own));
        builder.addExtension(Extension.authorityKeyIdentifier, false, utils.createAuthorityKeyIdentifier(issuer));
        builder.addExtension(
                Extension.certificatePolicies,
                false,
                new CertificatePolicies(new PolicyInformation(DevelopmentMark.CURRENT_POLICY)));
    }

    private static GeneralNames loopbackNames() {
        return new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
            new GeneralName(GeneralName.iPAddress, "::1")
        });
    }

    private static X509Certificate sign(JcaX509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer(key)));
    }

    private static ContentSigner signer(PrivateKey key) throws OperatorCreationException {
        return new JcaContentSignerBuilder(SIGNATURE_ALGORITHM).build(key);
    }

    private static IllegalStateException cannotIssue(String what, Exception cause) {
        return new IllegalStateException("Cannot issue " + what + " with this Java runtime", cause);
    }
}
