package nl.sluis.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientIdentifier;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.OriginatorIdentifierOrKey;
import org.bouncycastle.asn1.cms.OriginatorPublicKey;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Encryption by ephemeral-static ECDH with AES-256 key wrap (RFC 5753).
 *
 * @param curve by its name in Java
 * @param curveId by its identifier
 * @param agreement scheme with its key derivation
 */
record AgreementLayer(String curve, ASN1ObjectIdentifier curveId, ASN1ObjectIdentifier agreement) {

    static final AgreementLayer P256 =
            new AgreementLayer("secp256r1", SECObjectIdentifiers.secp256r1, CMSAlgorithm.ECDH_SHA256KDF);
    static final AgreementLayer P384 =
            new AgreementLayer("secp384r1", SECObjectIdentifiers.secp384r1, CMSAlgorithm.ECDH_SHA384KDF);

    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    byte[] encrypt(byte[] content, X509Certificate recipient)
            throws CMSException, IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BOUNCY_CASTLE);
        generator.initialize(new ECGenParameterSpec(curve));
        KeyPair ephemeral = generator.generateKeyPair();
        return Enveloped.write(
                content,
                new JceKeyAgreeRecipientInfoGenerator(
                                agreement, ephemeral.getPrivate(), ephemeral.getPublic(), CMSAlgorithm.AES256_WRAP)
                        .addRecipient(recipient)
                        .setProvider(BOUNCY_CASTLE));
    }

    /**
     * The content, by the key of the certificate that it names.
     *
     * @throws CMSException when it is for none of these, of other algorithms, or altered
     */
    byte[] decrypt(Enveloped enveloped, List<OpeningKey> keys) throws CMSException, GeneralSecurityException {
        if (enveloped.recipient() instanceof KeyAgreeRecipientInfo found
                && found.getOriginator().getOriginatorKey() != null
                && found.getRecipientEncryptedKeys().size() == 1) {
            for (OpeningKey key : keys) {
                if (enveloped.isFor(expected(found, key.certificate()))) {
                    return enveloped.content(recipient(key.key()));
                }
            }
        }
        throw new CMSException("by key agreement to none of these keys");
    }

    private Recipient recipient(PrivateKey key) {
        if (Token.holds(key)) {
            return new TokenAgreement(key, this);
        }
        JceKeyAgreeEnvelopedRecipient recipient = new JceKeyAgreeEnvelopedRecipient(key);
        recipient.setProvider(BOUNCY_CASTLE);
        recipient.setAllowedContentAlgorithms(Enveloped.CONTENT_ALGORITHMS);
        recipient.setMinimumTagSize(Enveloped.TAG_BITS);
        return recipient;
    }

    /** Of the key derivation that belongs to the curve (RFC 5753, 7.1.4). */
    ExtendedDigest digest() {
        return agreement.equals(CMSAlgorithm.ECDH_SHA384KDF) ? new SHA384Digest() : new SHA256Digest();
    }

    /** What is agreed on is as long. */
    int fieldBytes() {
        return agreement.equals(CMSAlgorithm.ECDH_SHA384KDF) ? 48 : 32;
    }

    /** What stands there, but for the ephemeral key and the wrapped one, when it was sealed to that certificate. */
    private RecipientInfo expected(KeyAgreeRecipientInfo found, X509Certificate certificate)
            throws GeneralSecurityException {
        AlgorithmIdentifier onCurve = new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curveId);
        // By its octets, of which there are none when it says that bits of the last one do not count
        OriginatorPublicKey ephemeral = new OriginatorPublicKey(
                onCurve,
                new DERBitString(found.getOriginator()
                        .getOriginatorKey()
                        .getPublicKeyData()
                        .getOctets()));
        RecipientEncryptedKey wrapped = RecipientEncryptedKey.getInstance(
                found.getRecipientEncryptedKeys().getObjectAt(0));
        IssuerAndSerialNumber name =
                new IssuerAndSerialNumber(new JcaX509CertificateHolder(certificate).toASN1Structure());
        return new RecipientInfo(new KeyAgreeRecipientInfo(
                new OriginatorIdentifierOrKey(ephemeral),
                null,
                new AlgorithmIdentifier(agreement, new AlgorithmIdentifier(CMSAlgorithm.AES256_WRAP)),
                new DERSequence(
                        new RecipientEncryptedKey(new KeyAgreeRecipientIdentifier(name), wrapped.getEncryptedKey()))));
    }
}
