package nl.sluis.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ContentHints;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * CMS SignedData with one choice of algorithms: one signature, ECDSA P-256 with SHA-256 (RFC 5753). Nothing else is read. The
 * signature of something sealed names its {@link Suite}, in the content hints that RFC 2634 has for what stands around a
 * signature; a node of a version before this one leaves them unread.
 */
final class Cms {

    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final String DIGEST = NISTObjectIdentifiers.id_sha256.getId();
    private static final String ECDSA = X9ObjectIdentifiers.ecdsa_with_SHA256.getId();

    private Cms() {}

    static byte[] sign(byte[] content, PrivateKey key, X509Certificate certificate) {
        return sign(content, key, certificate, Instant.now());
    }

    static byte[] sign(byte[] content, PrivateKey key, X509Certificate certificate, Instant at) {
        return sign(content, key, certificate, at, new AttributeTable(new DERSet()));
    }

    /** Signs what is going to be sealed by that suite. */
    static byte[] sign(byte[] content, PrivateKey key, X509Certificate certificate, Suite suite) {
        ContentHints hints = new ContentHints(CMSObjectIdentifiers.authEnvelopedData, new DERUTF8String(suite.label()));
        Attribute forSuite = new Attribute(PKCSObjectIdentifiers.id_aa_contentHint, new DERSet(hints));
        return sign(content, key, certificate, Instant.now(), new AttributeTable(forSuite));
    }

    // A key in a token signs there: the platform finds its provider, and no other takes it
    private static ContentSigner signer(PrivateKey key) throws OperatorCreationException {
        JcaContentSignerBuilder builder = new JcaContentSignerBuilder(SIGNATURE);
        return (Token.holds(key) ? builder : builder.setProvider(BOUNCY_CASTLE)).build(key);
    }

    /**
     * @throws SealNotInForce when nobody would believe a signature of that time by that certificate
     */
    private static byte[] sign(
            byte[] content, PrivateKey key, X509Certificate certificate, Instant at, AttributeTable attributes) {
        if (!inForce(certificate, at)) {
            throw new SealNotInForce();
        }
        AttributeTable timed = attributes.add(CMSAttributes.signingTime, new Time(Date.from(at)));
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(timed))
                            .build(signer(key), certificate));
            generator.addCertificate(new JcaX509CertificateHolder(certificate));
            return generator
                    .generate(new CMSProcessableByteArray(content), true)
                    .getEncoded();
        } catch (CMSException | IOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("the seal key cannot sign", e);
        }
    }

    /**
     * What was signed.
     *
     * @param signedAt as the signer's clock had it; empty when the signature does not say
     * @param suite by which it was going to be sealed, by its name; empty when the signature does not say
     */
    @SuppressWarnings("ArrayRecordComponent") // read once and dropped
    record Signed(byte[] content, Optional<Instant> signedAt, Optional<String> suite) {

        /** Whether it was meant for that suite; a version before this one did not say, and knew the classical one only. */
        boolean isFor(Suite sealed) {
            return suite.map(sealed.label()::equals).orElse(sealed == Suite.CLASSICAL);
        }
    }

    /** The content, when exactly one signature stands on it, of that certificate and with our algorithms. */
    static Optional<byte[]> verified(byte[] cms, X509Certificate signer) {
        return signed(cms, signer).map(Signed::content);
    }

    /** The content with the time of its one signature, which is of that certificate and with our algorithms. */
    static Optional<Signed> signed(byte[] cms, X509Certificate signer) {
        try {
            CMSSignedData signed = new CMSSignedData(cms);
            List<SignerInformation> signers =
                    List.copyOf(signed.getSignerInfos().getSigners());
            boolean good = signers.size() == 1
                    && DIGEST.equals(signers.getFirst().getDigestAlgOID())
                    && ECDSA.equals(signers.getFirst().getEncryptionAlgOID())
                    && signers.getFirst()
                            .verify(new JcaSimpleSignerInfoVerifierBuilder()
                                    .setProvider(BOUNCY_CASTLE)
                                    .build(TranslatedCertificate.of(signer)));
            return good && signed.getSignedContent() != null
                    ? Optional.of(new Signed(
                            (byte[]) signed.getSignedContent().getContent(),
                            signedAt(signers.getFirst()),
                            suite(signers.getFirst())))
                    : Optional.empty();
        } catch (CMSException | OperatorCreationException | ParseException | RuntimeException e) {
            // Bouncy Castle answers malformed ASN.1 with many sorts of exception; none may escape, or it is tried for
            // ever
            return Optional.empty();
        }
    }

    /** As {@link #signed}, when the signature says that it was set while that certificate was valid (RFC 5280, 4.1.2.5). */
    static Optional<Signed> signedInTime(byte[] cms, X509Certificate signer) {
        return signed(cms, signer)
                .filter(signed ->
                        signed.signedAt().filter(at -> inForce(signer, at)).isPresent());
    }

    private static boolean inForce(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    /** The certificates that were put beside the signature; empty when there is nothing that can be read. */
    static List<X509Certificate> enclosed(byte[] cms) {
        try {
            List<X509Certificate> found = new ArrayList<>();
            for (X509CertificateHolder holder :
                    new CMSSignedData(cms).getCertificates().getMatches(null)) {
                found.add(new JcaX509CertificateConverter().getCertificate(holder));
            }
            return List.copyOf(found);
        } catch (CMSException | CertificateException | RuntimeException e) {
            // As above: many sorts of exception
            return List.of();
        }
    }

    private static Optional<String> suite(SignerInformation signer) {
        return attribute(signer, PKCSObjectIdentifiers.id_aa_contentHint)
                .map(ContentHints::getInstance)
                .map(hints -> hints.getContentDescriptionUTF8().getString());
    }

    private static Optional<ASN1Encodable> attribute(SignerInformation signer, ASN1ObjectIdentifier type) {
        return Optional.ofNullable(signer.getSignedAttributes())
                .map(attributes -> attributes.get(type))
                .map(attribute -> attribute.getAttrValues().getObjectAt(0));
    }

    private static Optional<Instant> signedAt(SignerInformation signer) throws ParseException {
        Optional<ASN1Encodable> time = attribute(signer, CMSAttributes.signingTime);
        return time.isEmpty()
                ? Optional.empty()
                : Optional.of(Time.getInstance(time.get()).getDate().toInstant());
    }
}
