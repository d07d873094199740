package nl.sluis.seal;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.operator.OutputAEADEncryptor;

/**
 * One AuthEnvelopedData (RFC 5083) with AES-256-GCM for one recipient, and nothing in it that can be left out or be otherwise:
 * what is not covered by the tag is compared with what it must be, so that no byte of it can be changed unseen.
 */
final class Enveloped {

    /** Of the tag; the nonce has 96 (RFC 5084, 3.2). */
    static final int TAG_BITS = 128;

    static final Set<ASN1ObjectIdentifier> CONTENT_ALGORITHMS = Set.of(CMSAlgorithm.AES256_GCM);

    private static final int NONCE_BYTES = 12;

    private final CMSAuthEnvelopedData cms;
    /** As it stands there: a parsed one has lost its tags. */
    private final ASN1Encodable recipient;

    private Enveloped(CMSAuthEnvelopedData cms, ASN1Encodable recipient) {
        this.cms = cms;
        this.recipient = recipient;
    }

    /** Encrypts with a fresh key, which the recipient's part wraps; DER. The JDK does it: its AES is a hundred times faster. */
    static byte[] write(byte[] content, RecipientInfoGenerator recipient) throws CMSException, IOException {
        CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(recipient);
        OutputAEADEncryptor encryptor =
                (OutputAEADEncryptor) new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM).build();
        return generator
                .generate(new CMSProcessableByteArray(content), encryptor)
                .toASN1Structure()
                .getEncoded(ASN1Encoding.DER);
    }

    /**
     * Reads.
     *
     * @throws CMSException when it is anything else, or has anything more
     */
    static Enveloped read(byte[] bytes) throws CMSException {
        CMSAuthEnvelopedData cms = new CMSAuthEnvelopedData(bytes);
        AuthEnvelopedData data =
                AuthEnvelopedData.getInstance(cms.toASN1Structure().getContent());
        if (data.getRecipientInfos().size() != 1
                || data.getMac().getOctets().length * Byte.SIZE != TAG_BITS
                || !isAsExpected(bytes, data)) {
            throw new CMSException("not of the expected form");
        }
        return new Enveloped(cms, data.getRecipientInfos().getObjectAt(0));
    }

    /** For whom it is. */
    ASN1Encodable recipient() {
        return RecipientInfo.getInstance(recipient).getInfo();
    }

    /** Whether the recipient's part is, byte for byte, what it must be. */
    boolean isFor(RecipientInfo expected) {
        try {
            return Arrays.equals(
                    expected.getEncoded(ASN1Encoding.DER),
                    recipient.toASN1Primitive().getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The content.
     *
     * @throws CMSException when it was altered, or is for another key
     */
    byte[] content(Recipient key) throws CMSException {
        return cms.getRecipientInfos().getRecipients().iterator().next().getContent(key);
    }

    // Put together anew from what may vary, and compared: parsers read past a wrong tag here and there. Lengths and
    // segments
    // can be written in several ways, of which the one that is written by us is read: DER, or BER by a version before
    // this one
    private static boolean isAsExpected(byte[] bytes, AuthEnvelopedData data) {
        EncryptedContentInfo content = data.getAuthEncryptedContentInfo();
        byte[] nonce = GCMParameters.getInstance(
                        content.getContentEncryptionAlgorithm().getParameters())
                .getNonce();
        ContentInfo expected = new ContentInfo(
                CMSObjectIdentifiers.authEnvelopedData,
                new AuthEnvelopedData(
                        null,
                        data.getRecipientInfos(),
                        new EncryptedContentInfo(
                                CMSObjectIdentifiers.data,
                                new AlgorithmIdentifier(
                                        CMSAlgorithm.AES256_GCM, new GCMParameters(nonce, TAG_BITS / Byte.SIZE)),
                                content.getEncryptedContent()),
                        null,
                        data.getMac(),
                        null));
        try {
            return nonce.length == NONCE_BYTES
                    && (Arrays.equals(bytes, expected.getEncoded(ASN1Encoding.DER))
                            || Arrays.equals(bytes, expected.getEncoded(ASN1Encoding.BER)));
        } catch (IOException e) {
            return false;
        }
    }
}
