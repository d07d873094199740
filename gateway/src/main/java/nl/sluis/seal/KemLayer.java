package nl.sluis.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.JceKEMEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKEMRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Encryption by ML-KEM-768 with HKDF-SHA-256 and AES-256 key wrap (KEMRecipientInfo of RFC 9629, by the profile of RFC 9936). */
final class KemLayer {

    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final AlgorithmIdentifier KDF =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_alg_hkdf_with_sha256);
    private static final int KEK_BYTES = 32;

    private KemLayer() {}

    static byte[] encrypt(byte[] content, X509Certificate recipient)
            throws CMSException, IOException, GeneralSecurityException {
        JceKEMRecipientInfoGenerator generator = new JceKEMRecipientInfoGenerator(
                identifier(recipient).getOctets(),
                // The platform may know no key of this sort
                KeyFactory.getInstance("ML-KEM", BOUNCY_CASTLE)
                        .generatePublic(
                                new X509EncodedKeySpec(recipient.getPublicKey().getEncoded())),
                CMSAlgorithm.AES256_WRAP);
        return Enveloped.write(content, generator.setKDF(KDF).setProvider(BOUNCY_CASTLE));
    }

    /** Whether it is encrypted in this way, to whomever. */
    static boolean is(Enveloped enveloped) {
        return enveloped.recipient() instanceof OtherRecipientInfo other
                && CMSObjectIdentifiers.id_ori_kem.equals(other.getType());
    }

    /**
     * The content, by the key of the certificate that it names.
     *
     * @throws CMSException when it is for none of these, of other algorithms, or altered
     */
    static byte[] decrypt(Enveloped enveloped, List<OpeningKey> keys) throws CMSException, GeneralSecurityException {
        if (enveloped.recipient() instanceof OtherRecipientInfo other) {
            KEMRecipientInfo found = KEMRecipientInfo.getInstance(other.getValue());
            for (OpeningKey key : keys) {
                if (enveloped.isFor(expected(found, key.certificate()))) {
                    return enveloped.content(new JceKEMEnvelopedRecipient(key.key())
                            .setProvider(BOUNCY_CASTLE)
                            .setAllowedContentAlgorithms(Enveloped.CONTENT_ALGORITHMS)
                            .setMinimumTagSize(Enveloped.TAG_BITS));
                }
            }
        }
        throw new CMSException("by ML-KEM to none of these keys");
    }

    /** What stands there, but for what was encapsulated and the wrapped key, when it was sealed to that certificate. */
    private static RecipientInfo expected(KEMRecipientInfo found, X509Certificate certificate)
            throws GeneralSecurityException {
        return new RecipientInfo(new OtherRecipientInfo(
                CMSObjectIdentifiers.id_ori_kem,
                new KEMRecipientInfo(
                        new RecipientIdentifier(identifier(certificate)),
                        new AlgorithmIdentifier(HybridCertificates.kemAlgorithm()),
                        found.getKemct(),
                        KDF,
                        new ASN1Integer(KEK_BYTES),
                        null,
                        new AlgorithmIdentifier(CMSAlgorithm.AES256_WRAP),
                        found.getEncryptedKey())));
    }

    // Of the key itself (RFC 5280, 4.2.1.2, method 1): what a certificate says of it may be anything
    private static ASN1OctetString identifier(X509Certificate certificate) throws GeneralSecurityException {
        SubjectKeyIdentifier identifier =
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(certificate.getPublicKey());
        return new DEROctetString(identifier.getKeyIdentifier());
    }
}
