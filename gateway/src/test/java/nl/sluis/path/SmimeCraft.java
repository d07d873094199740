package nl.sluis.path;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Writes S/MIME that no good program writes. */
final class SmimeCraft {

    private static final BouncyCastleProvider BC = new BouncyCastleProvider();
    private static final int NEAR_THE_END = 40;

    private final X509Certificate from;
    private final PrivateKey key;
    private final X509Certificate to;

    SmimeCraft(MailPost post) throws IOException, GeneralSecurityException {
        this.from = Pem.certificate(post.certificate("huisarts"));
        this.key = Pem.key(post.key("huisarts"));
        this.to = Pem.certificate(post.certificate("school"));
    }

    void signedOnly(MimeBodyPart content, MimeMessage into) throws MessagingException, IOException {
        put(signed(written(content), "SHA256withECDSA"), into);
    }

    void notSigned(MimeBodyPart content, MimeMessage into) throws MessagingException, IOException {
        put(gcm(written(content)), into);
    }

    void sha1(MimeBodyPart content, MimeMessage into) throws MessagingException, IOException {
        put(gcm(entity(signed(written(content), "SHA1withECDSA"))), into);
    }

    void tripleDes(MimeBodyPart content, MimeMessage into) throws MessagingException, IOException {
        put(enveloped(entity(signed(written(content), "SHA256withECDSA")), CMSAlgorithm.DES_EDE3_CBC), into);
    }

    void altered(MimeBodyPart content, MimeMessage into) throws MessagingException, IOException {
        byte[] cms = gcm(entity(signed(written(content), "SHA256withECDSA")));
        cms[cms.length - NEAR_THE_END] ^= 1;
        put(cms, into);
    }

    void cutOff(MimeBodyPart content, MimeMessage into) throws MessagingException, IOException {
        byte[] cms = gcm(entity(signed(written(content), "SHA256withECDSA")));
        put(Arrays.copyOf(cms, cms.length / 2), into);
    }

    private byte[] signed(byte[] content, String algorithm) throws IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                            .setProvider(BC)
                            .build())
                    .build(
                            new JcaContentSignerBuilder(algorithm)
                                    .setProvider(BC)
                                    .build(key),
                            from));
            return generator
                    .generate(new CMSProcessableByteArray(content), true)
                    .getEncoded();
        } catch (CMSException | OperatorCreationException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private byte[] gcm(byte[] content) throws IOException {
        try {
            CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
            generator.addRecipientInfoGenerator(recipient());
            return generator
                    .generate(new CMSProcessableByteArray(content), (OutputAEADEncryptor)
                            new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                                    .setProvider(BC)
                                    .build())
                    .getEncoded();
        } catch (CMSException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private byte[] enveloped(byte[] content, ASN1ObjectIdentifier algorithm) throws IOException {
        try {
            CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
            generator.addRecipientInfoGenerator(recipient());
            return generator
                    .generate(
                            new CMSProcessableByteArray(content),
                            new JceCMSContentEncryptorBuilder(algorithm)
                                    .setProvider(BC)
                                    .build())
                    .getEncoded();
        } catch (CMSException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private JceKeyAgreeRecipientInfoGenerator recipient() throws GeneralSecurityException {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
        pairs.initialize(((ECPublicKey) to.getPublicKey()).getParams());
        KeyPair once = pairs.generateKeyPair();
        return new JceKeyAgreeRecipientInfoGenerator(
                        CMSAlgorithm.ECDH_SHA256KDF, once.getPrivate(), once.getPublic(), CMSAlgorithm.AES256_WRAP)
                .addRecipient(to)
                .setProvider(BC);
    }

    private static byte[] entity(byte[] cms) throws MessagingException, IOException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(cms, "application/pkcs7-mime")));
        part.setHeader("Content-Type", "application/pkcs7-mime; smime-type=signed-data");
        part.setHeader("Content-Transfer-Encoding", "base64");
        return written(part);
    }

    private static void put(byte[] cms, MimeMessage into) throws MessagingException {
        into.setDataHandler(new DataHandler(new ByteArrayDataSource(cms, "application/pkcs7-mime")));
        into.setHeader("Content-Type", "application/pkcs7-mime; smime-type=enveloped-data");
        into.setHeader("Content-Transfer-Encoding", "base64");
    }

    private static byte[] written(MimeBodyPart part) throws MessagingException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        part.writeTo(out);
        return out.toByteArray();
    }
}
