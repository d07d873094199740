package nl.sluis.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * CMS with one choice of algorithms: ECDSA P-256 with SHA-256 (RFC 5753), AES-256-GCM (RFC 5084), ephemeral-static ECDH P-256
 * with AES-256 key wrap (RFC 5753). Nothing else is read. The JDK encrypts, which is a hundred times faster; it cannot decrypt
 * here, since it does not know the parameters of AES-GCM by their identifier, so that Bouncy Castle does that.
 */
final class Cms {

    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final String DIGEST = NISTObjectIdentifiers.id_sha256.getId();
    private static final String ECDSA = X9ObjectIdentifiers.ecdsa_with_SHA256.getId();
    private static final int TAG_BITS = 128;

    private Cms() {}

    static byte[] sign(byte[] content, PrivateKey key, X509Certificate certificate) {
        // As of now
        return sign(content, key, certificate, new DefaultSignedAttributeTableGenerator());
    }

    static byte[] sign(byte[] content, PrivateKey key, X509Certificate certificate, Instant at) {
        return sign(
                content,
                key,
                certificate,
                new DefaultSignedAttributeTableGenerator(new AttributeTable(
                        new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))))));
    }

    private static byte[] sign(
            byte[] content, PrivateKey key, X509Certificate certificate, CMSAttributeTableGenerator attributes) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .setSignedAttributeGenerator(attributes)
                            .build(
                                    new JcaContentSignerBuilder(SIGNATURE)
                                            .setProvider(BOUNCY_CASTLE)
                                            .build(key),
                                    certificate));
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
     */
    @SuppressWarnings("ArrayRecordComponent") // read once and dropped
    record Signed(byte[] content, Optional<Instant> signedAt) {}

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
                                    .build(signer));
            return good && signed.getSignedContent() != null
                    ? Optional.of(
                            new Signed((byte[]) signed.getSignedContent().getContent(), signedAt(signers.getFirst())))
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
                .filter(signed -> signed.signedAt()
                        .filter(at -> !at.isBefore(signer.getNotBefore().toInstant())
                                && !at.isAfter(signer.getNotAfter().toInstant()))
                        .isPresent());
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

    private static Optional<Instant> signedAt(SignerInformation signer) throws ParseException {
        Attribute attribute = signer.getSignedAttributes() == null
                ? null
                : signer.getSignedAttributes().get(CMSAttributes.signingTime);
        return attribute == null
                ? Optional.empty()
                : Optional.of(Time.getInstance(attribute.getAttrValues().getObjectAt(0))
                        .getDate()
                        .toInstant());
    }

    static byte[] encrypt(byte[] content, X509Certificate recipient) {
        try {
            KeyPair ephemeral = ephemeral();
            CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
            generator.addRecipientInfoGenerator(new JceKeyAgreeRecipientInfoGenerator(
                            CMSAlgorithm.ECDH_SHA256KDF,
                            ephemeral.getPrivate(),
                            ephemeral.getPublic(),
                            CMSAlgorithm.AES256_WRAP)
                    .addRecipient(recipient)
                    .setProvider(BOUNCY_CASTLE));
            OutputAEADEncryptor encryptor =
                    (OutputAEADEncryptor) new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM).build();
            return generator
                    .generate(new CMSProcessableByteArray(content), encryptor)
                    .getEncoded();
        } catch (CMSException | IOException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt to the recipient's certificate", e);
        }
    }

    /**
     * The content, by whichever key opens it: during a change of keys partners seal to the old one and to the new one.
     *
     * @throws CMSException when it is malformed, for none of these keys, or altered
     */
    static byte[] decrypt(byte[] cms, List<PrivateKey> keys) throws CMSException {
        CMSException last = new CMSException("there is no key");
        for (PrivateKey key : keys) {
            try {
                return decrypt(cms, key);
            } catch (CMSException e) {
                last = e;
            }
        }
        throw last;
    }

    /**
     * The content.
     *
     * @throws CMSException when it is malformed, not for this key, or altered
     */
    static byte[] decrypt(byte[] cms, PrivateKey key) throws CMSException {
        CMSAuthEnvelopedData enveloped = new CMSAuthEnvelopedData(cms);
        if (!CMSAlgorithm.AES256_GCM.getId().equals(enveloped.getEncryptionAlgOID())) {
            throw new CMSException("algorithm not allowed");
        }
        List<RecipientInformation> recipients =
                List.copyOf(enveloped.getRecipientInfos().getRecipients());
        if (recipients.size() != 1
                || !CMSAlgorithm.ECDH_SHA256KDF
                        .getId()
                        .equals(recipients.getFirst().getKeyEncryptionAlgOID())) {
            throw new CMSException("one recipient by key agreement is expected");
        }
        JceKeyAgreeEnvelopedRecipient recipient = new JceKeyAgreeEnvelopedRecipient(key);
        recipient.setProvider(BOUNCY_CASTLE);
        recipient.setAllowedContentAlgorithms(Set.of(CMSAlgorithm.AES256_GCM));
        recipient.setMinimumTagSize(TAG_BITS);
        return recipients.getFirst().getContent(recipient);
    }

    private static KeyPair ephemeral() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BOUNCY_CASTLE);
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
