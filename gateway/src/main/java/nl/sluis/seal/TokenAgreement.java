package nl.sluis.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.ecc.ECCCMSSharedInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyAgreeRecipient;
import org.bouncycastle.cms.RecipientOperator;
import org.bouncycastle.cms.jcajce.JceKEKAuthEnvelopedRecipient;
import org.bouncycastle.crypto.generators.KDF2BytesGenerator;
import org.bouncycastle.crypto.params.KDFParameters;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.util.Pack;

/**
 * Opens by ECDH with a key that stays in its token: there both sides' keys are agreed on, and here the key of the wrap is derived from
 * that (RFC 5753, 7.2; ANSI X9.63). Bouncy Castle does both in one provider, of which the token is none.
 */
final class TokenAgreement implements KeyAgreeRecipient {

    private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final int WRAP_BITS = 256;

    private final PrivateKey key;
    private final AgreementLayer layer;

    TokenAgreement(PrivateKey key, AgreementLayer layer) {
        this.key = key;
        this.layer = layer;
    }

    @Override
    public RecipientOperator getRecipientOperator(
            AlgorithmIdentifier agreement,
            AlgorithmIdentifier content,
            SubjectPublicKeyInfo sender,
            ASN1OctetString material,
            byte[] wrapped)
            throws CMSException {
        AlgorithmIdentifier wrap = new AlgorithmIdentifier(CMSAlgorithm.AES256_WRAP);
        byte[] agreed = new byte[0];
        byte[] derived = new byte[WRAP_BITS / Byte.SIZE];
        try {
            agreed = agreed(sender);
            KDF2BytesGenerator derivation = new KDF2BytesGenerator(layer.digest());
            derivation.init(new KDFParameters(
                    agreed, new ECCCMSSharedInfo(wrap, Pack.intToBigEndian(WRAP_BITS)).getEncoded(ASN1Encoding.DER)));
            derivation.generateBytes(derived, 0, derived.length);
            JceKEKAuthEnvelopedRecipient recipient =
                    new JceKEKAuthEnvelopedRecipient(new SecretKeySpec(derived, "AES"));
            recipient
                    .setProvider(BOUNCY_CASTLE)
                    .setAllowedContentAlgorithms(Enveloped.CONTENT_ALGORITHMS)
                    .setMinimumTagSize(Enveloped.TAG_BITS);
            return recipient.getRecipientOperator(wrap, content, wrapped);
        } catch (GeneralSecurityException | IOException | ProviderException e) {
            throw new CMSException("the token does not agree on a key", e);
        } finally {
            Arrays.fill(agreed, (byte) 0);
            Arrays.fill(derived, (byte) 0);
        }
    }

    @Override
    public AlgorithmIdentifier getPrivateKeyAlgorithmIdentifier() {
        return new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, layer.curveId());
    }

    // By Bouncy Castle first: it refuses a point that is not on the curve, whatever the token would do with it
    private byte[] agreed(SubjectPublicKeyInfo sender) throws GeneralSecurityException, IOException {
        PublicKey other =
                KeyFactory.getInstance("EC", BOUNCY_CASTLE).generatePublic(new X509EncodedKeySpec(sender.getEncoded()));
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(key);
        agreement.doPhase(other, true);
        byte[] secret = agreement.generateSecret();
        // As long as the field, whatever the token does with zeros in front
        byte[] whole = new byte[layer.fieldBytes()];
        System.arraycopy(secret, 0, whole, whole.length - secret.length, secret.length);
        return whole;
    }
}
