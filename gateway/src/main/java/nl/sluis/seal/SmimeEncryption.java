package nl.sluis.seal;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyTransRecipientInformation;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.RecipientInformationStore;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;

/** The encryption of mail: AES with RSA-OAEP or ECDH, and nothing with SHA-1 in it (RFC 8551, 2.3 and 2.7; RFC 5753; RFC 4055). */
final class SmimeEncryption {

    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private static final Set<ASN1ObjectIdentifier> WITH_TAG = Set.of(CMSAlgorithm.AES128_GCM, CMSAlgorithm.AES256_GCM);
    private static final Set<ASN1ObjectIdentifier> WITHOUT = Set.of(CMSAlgorithm.AES128_CBC, CMSAlgorithm.AES256_CBC);

    private static final Set<ASN1ObjectIdentifier> AGREEMENTS =
            Set.of(CMSAlgorithm.ECDH_SHA256KDF, CMSAlgorithm.ECDH_SHA384KDF, CMSAlgorithm.ECDH_SHA512KDF);

    private static final Set<ASN1ObjectIdentifier> DIGESTS =
            Set.of(NISTObjectIdentifiers.id_sha256, NISTObjectIdentifiers.id_sha384, NISTObjectIdentifiers.id_sha512);

    private SmimeEncryption() {}

    /**
     * Decrypts.
     *
     * @return empty when it is by an algorithm that is too weak
     * @throws CMSException when it is malformed, for another key, or altered
     */
    static Optional<byte[]> decrypt(byte[] cms, boolean authenticated, OpeningKey key)
            throws CMSException, GeneralSecurityException {
        if (authenticated) {
            CMSAuthEnvelopedData data = new CMSAuthEnvelopedData(cms);
            ASN1ObjectIdentifier algorithm = AuthEnvelopedData.getInstance(
                            data.toASN1Structure().getContent())
                    .getAuthEncryptedContentInfo()
                    .getContentEncryptionAlgorithm()
                    .getAlgorithm();
            return decrypt(data.getRecipientInfos(), WITH_TAG.contains(algorithm), key);
        }
        CMSEnvelopedData data = new CMSEnvelopedData(cms);
        return decrypt(
                data.getRecipientInfos(),
                WITHOUT.contains(data.getContentEncryptionAlgorithm().getAlgorithm()),
                key);
    }

    private static Optional<byte[]> decrypt(RecipientInformationStore recipients, boolean good, OpeningKey key)
            throws CMSException, GeneralSecurityException {
        JcaX509CertificateHolder own = new JcaX509CertificateHolder(key.certificate());
        for (RecipientInformation recipient : recipients.getRecipients()) {
            if (recipient.getRID().match(own)) {
                return good && strong(recipient)
                        ? Optional.of(recipient.getContent(recipient(recipient, key)))
                        : Optional.empty();
            }
        }
        throw new CMSException("for none of these keys");
    }

    private static Recipient recipient(RecipientInformation recipient, OpeningKey key) {
        return recipient instanceof KeyTransRecipientInformation
                ? new JceKeyTransEnvelopedRecipient(key.key()).setProvider(BOUNCY_CASTLE)
                : new JceKeyAgreeEnvelopedRecipient(key.key()).setProvider(BOUNCY_CASTLE);
    }

    private static boolean strong(RecipientInformation recipient) {
        AlgorithmIdentifier algorithm = recipient.getKeyEncryptionAlgorithm();
        if (!(recipient instanceof KeyTransRecipientInformation)) {
            return AGREEMENTS.contains(algorithm.getAlgorithm());
        }
        if (!PKCSObjectIdentifiers.id_RSAES_OAEP.equals(algorithm.getAlgorithm())) {
            return false;
        }
        RSAESOAEPparams parameters = RSAESOAEPparams.getInstance(algorithm.getParameters());
        return parameters != null
                && DIGESTS.contains(parameters.getHashAlgorithm().getAlgorithm())
                && strong(parameters.getMaskGenAlgorithm());
    }

    /** Whether a mask is made with a digest that counts; one that names none means SHA-1 (RFC 4055, 2.2). */
    static boolean strong(AlgorithmIdentifier mask) {
        return PKCSObjectIdentifiers.id_mgf1.equals(mask.getAlgorithm())
                && DIGESTS.contains(
                        AlgorithmIdentifier.getInstance(mask.getParameters()).getAlgorithm());
    }

    /** The recipient's part of what is encrypted to it: ECDH for a key on a curve, RSA-OAEP with SHA-256 for one of RSA. */
    static RecipientInfoGenerator to(X509Certificate certificate) throws GeneralSecurityException {
        if (certificate.getPublicKey() instanceof ECPublicKey curve) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(curve.getParams());
            KeyPair ephemeral = generator.generateKeyPair();
            return new JceKeyAgreeRecipientInfoGenerator(
                            CMSAlgorithm.ECDH_SHA256KDF,
                            ephemeral.getPrivate(),
                            ephemeral.getPublic(),
                            CMSAlgorithm.AES256_WRAP)
                    .addRecipient(certificate)
                    .setProvider(BOUNCY_CASTLE);
        }
        OAEPParameterSpec oaep =
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);
        return new JceKeyTransRecipientInfoGenerator(
                        certificate,
                        new JcaAlgorithmParametersConverter()
                                .getAlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP, oaep))
                .setProvider(BOUNCY_CASTLE);
    }
}
