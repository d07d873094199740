package nl.sluis.seal;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * The certificate and key of a mailbox of this node: opens S/MIME that was signed and then encrypted, and writes it (RFC 8551). Only a
 * whole mail is decrypted, never a part of one, and nothing of it is used that no signature covers: what is put around or behind an
 * encrypted text ("EFAIL") finds no reader here.
 */
public final class SmimeMailbox {

    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final String CMS = "application/pkcs7-mime";

    private final OpeningKey key;
    private final Clock clock;

    SmimeMailbox(OpeningKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * Reads the key of a mailbox.
     *
     * @param setting the key of the settings before {@code certificate} and {@code key}, for faults
     * @throws IllegalStateException naming the setting whose file cannot be used
     */
    public static SmimeMailbox load(Path certificate, Path key, String setting, Clock clock) {
        X509Certificate own = SmimePartner.certificate(certificate, setting + "certificate");
        try {
            PrivateKey secret = SealKeys.readPrivateKey(key);
            SmimeMailbox mailbox = new SmimeMailbox(new OpeningKey(own, secret), clock);
            mailbox.probe(setting);
            return mailbox;
        } catch (IOException e) {
            throw new IllegalStateException(setting + "key: this file cannot be used", e);
        }
    }

    /**
     * Opens a mail.
     *
     * @param mail all of it, with its headers
     */
    public SmimeOpening open(byte[] mail, SmimePartner partner) {
        try {
            MimeBodyPart outer = new MimeBodyPart(new ByteArrayInputStream(mail));
            return isCms(outer) ? opened(bytes(outer), partner) : refused(SmimeRefusal.NOT_ENCRYPTED);
        } catch (CMSException
                | GeneralSecurityException
                | OperatorCreationException
                | MessagingException
                | IOException
                | RuntimeException e) {
            // Malformed ASN.1 and MIME is answered with many sorts of exception; none may escape, or the mail is tried
            // for ever
            return refused(SmimeRefusal.CANNOT_BE_OPENED);
        }
    }

    private SmimeOpening opened(byte[] cms, SmimePartner partner)
            throws CMSException, GeneralSecurityException, OperatorCreationException, MessagingException, IOException {
        ASN1ObjectIdentifier type = ContentInfo.getInstance(cms).getContentType();
        boolean authenticated = CMSObjectIdentifiers.authEnvelopedData.equals(type);
        if (!authenticated && !CMSObjectIdentifiers.envelopedData.equals(type)) {
            return refused(SmimeRefusal.NOT_ENCRYPTED);
        }
        Optional<byte[]> decrypted = SmimeEncryption.decrypt(cms, authenticated, key);
        return decrypted.isEmpty()
                ? refused(SmimeRefusal.WEAK_ALGORITHM)
                : SmimeSignature.verified(
                        new MimeBodyPart(new ByteArrayInputStream(decrypted.get())), partner, clock.instant());
    }

    private static SmimeOpening refused(SmimeRefusal why) {
        return new SmimeOpening.Refused(why);
    }

    /** Whether both sides have a certificate that is valid now; without, nothing that is sealed would be of use or is safe. */
    public boolean reaches(SmimePartner partner) {
        Instant now = clock.instant();
        return SmimePartner.isValid(key.certificate(), now)
                && partner.recipient(now).isPresent();
    }

    /**
     * Signs, then encrypts, for a partner that {@linkplain #reaches is reached}.
     *
     * @param content a whole MIME entity
     * @param withoutTag AES-256-CBC, for a partner whose program cannot read AES-256-GCM
     * @param into gets the content and its content type
     * @throws MessagingException when the content cannot be written
     */
    public void seal(MimeBodyPart content, SmimePartner partner, boolean withoutTag, MimePart into)
            throws MessagingException {
        X509Certificate to = partner.recipient(clock.instant())
                .orElseThrow(() -> new IllegalStateException("no certificate of the partner is valid now"));
        seal(content, to, withoutTag, into);
    }

    private void seal(MimeBodyPart content, X509Certificate to, boolean withoutTag, MimePart into)
            throws MessagingException {
        try {
            byte[] cms = encrypted(written(signed(written(content))), to, withoutTag);
            put(cms, withoutTag ? "enveloped-data" : "authEnveloped-data", into);
        } catch (CMSException | IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("the mail cannot be signed and encrypted", e);
        }
    }

    private MimeBodyPart signed(byte[] content)
            throws CMSException, IOException, GeneralSecurityException, OperatorCreationException, MessagingException {
        boolean curve = key.key() instanceof ECKey;
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                        .setProvider(BOUNCY_CASTLE)
                        .build())
                .build(
                        new JcaContentSignerBuilder(curve ? "SHA256withECDSA" : "SHA256withRSA")
                                .setProvider(BOUNCY_CASTLE)
                                .build(key.key()),
                        key.certificate()));
        generator.addCertificate(new JcaX509CertificateHolder(key.certificate()));
        MimeBodyPart part = new MimeBodyPart();
        put(generator.generate(new CMSProcessableByteArray(content), true).getEncoded(), "signed-data", part);
        return part;
    }

    private static byte[] encrypted(byte[] content, X509Certificate to, boolean withoutTag)
            throws CMSException, IOException, GeneralSecurityException {
        CMSProcessableByteArray all = new CMSProcessableByteArray(content);
        if (withoutTag) {
            CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
            generator.addRecipientInfoGenerator(SmimeEncryption.to(to));
            return generator
                    .generate(
                            all,
                            new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                                    .setProvider(BOUNCY_CASTLE)
                                    .build())
                    .getEncoded();
        }
        CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(SmimeEncryption.to(to));
        OutputAEADEncryptor encryptor = (OutputAEADEncryptor) new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                .setProvider(BOUNCY_CASTLE)
                .build();
        return generator.generate(all, encryptor).getEncoded();
    }

    private void probe(String setting) {
        try {
            MimeBodyPart probe = new MimeBodyPart();
            probe.setText("sluis");
            MimeBodyPart sealed = new MimeBodyPart();
            seal(probe, key.certificate(), false, sealed);
            // Whether its certificate names another address is none of its faults: only the key is asked about
            byte[] cms = bytes(new MimeBodyPart(new ByteArrayInputStream(written(sealed))));
            if (SmimeEncryption.decrypt(cms, true, key).isPresent()) {
                return;
            }
        } catch (MessagingException | IOException | CMSException | GeneralSecurityException e) {
            throw new IllegalStateException(setting + "key: does not belong to its certificate", e);
        }
        throw new IllegalStateException(setting + "key: does not belong to its certificate");
    }

    private static void put(byte[] cms, String type, MimePart into) throws MessagingException {
        into.setDataHandler(new DataHandler(new ByteArrayDataSource(cms, CMS)));
        into.setHeader("Content-Type", CMS + "; smime-type=" + type + "; name=smime.p7m");
        into.setHeader("Content-Transfer-Encoding", "base64");
        into.setDisposition(Part.ATTACHMENT);
        into.setFileName("smime.p7m");
    }

    /** Whether it says that it is CMS; what it holds is told by the CMS itself. */
    static boolean isCms(Part part) throws MessagingException {
        try {
            ContentType type = new ContentType(part.getContentType());
            return type.match(CMS) || type.match("application/x-pkcs7-mime");
        } catch (ParseException e) {
            return false;
        }
    }

    static byte[] bytes(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        }
    }

    private static byte[] written(Part part) throws MessagingException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        part.writeTo(out);
        return out.toByteArray();
    }
}
