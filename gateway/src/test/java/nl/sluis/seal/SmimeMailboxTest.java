package nl.sluis.seal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.mail.smime.SMIMEException;
import org.bouncycastle.mail.smime.SMIMESignedGenerator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S/MIME with keys of RSA, as most mail programs have them. */
class SmimeMailboxTest {

    private static final String ADDRESS = "praktijk@huisarts.test";

    private static OpeningKey own;
    private static OpeningKey other;

    private final SmimeMailbox mailbox = new SmimeMailbox(own, Clock.systemUTC());
    private final SmimePartner self = new SmimePartner(ADDRESS, List.of(own.certificate()));

    @BeforeAll
    static void keys() throws GeneralSecurityException, IOException, OperatorCreationException {
        own = key(2048, ADDRESS);
        other = key(2048, "iemand@elders.test");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsSealedToAKeyOfRsaIsOpenedWithIt(boolean withoutTag) throws Exception {
        MimeBodyPart sealed = new MimeBodyPart();
        mailbox.seal(text(), self, withoutTag, sealed);

        assertThat(mailbox.open(written(sealed), self))
                .isInstanceOfSatisfying(
                        SmimeOpening.Opened.class,
                        opened -> assertThat(read(opened)).contains("één mail"));
        assertThat(new SmimeMailbox(other, Clock.systemUTC()).open(written(sealed), self))
                .isEqualTo(new SmimeOpening.Refused(SmimeRefusal.CANNOT_BE_OPENED));
    }

    @Test
    void aSignatureBesideItsContentCounts() throws Exception {
        byte[] sealed = encrypted(beside(own, text()), oaep());

        assertThat(mailbox.open(sealed, self))
                .isInstanceOfSatisfying(
                        SmimeOpening.Opened.class,
                        opened -> assertThat(read(opened)).contains("één mail"));
    }

    @Test
    void aSignatureBesideOtherContentDoesNot() throws Exception {
        byte[] sealed = encrypted(
                new String(beside(own, text()), java.nio.charset.StandardCharsets.ISO_8859_1)
                        .replace("mail", "brief")
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                oaep());

        assertThat(mailbox.open(sealed, self)).isEqualTo(new SmimeOpening.Refused(SmimeRefusal.SIGNATURE_BROKEN));
    }

    @Test
    void aKeyThatIsWrappedInTheOldWayIsRefused() throws Exception {
        byte[] sealed = encrypted(beside(own, text()), new JceKeyTransRecipientInfoGenerator(own.certificate()));

        assertThat(mailbox.open(sealed, self)).isEqualTo(new SmimeOpening.Refused(SmimeRefusal.WEAK_ALGORITHM));
    }

    @Test
    void aCertificateOfAnotherAddressOrOfAnotherTimeDoesNotCount() throws Exception {
        MimeBodyPart sealed = new MimeBodyPart();
        mailbox.seal(text(), self, false, sealed);
        SmimeOpening wrong = new SmimeOpening.Refused(SmimeRefusal.WRONG_SIGNER);

        SmimePartner elsewhere = new SmimePartner("iemand@elders.test", List.of(own.certificate()));
        assertThat(mailbox.open(written(sealed), elsewhere)).isEqualTo(wrong);
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
        assertThat(new SmimeMailbox(own, later).open(written(sealed), self)).isEqualTo(wrong);
    }

    private static org.bouncycastle.cms.RecipientInfoGenerator oaep() throws GeneralSecurityException {
        return SmimeEncryption.to(own.certificate());
    }

    private static MimeBodyPart text() throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText("één mail", "UTF-8");
        text.setHeader("Content-Type", "text/plain; charset=UTF-8");
        text.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return text;
    }

    private static byte[] beside(OpeningKey signer, MimeBodyPart content)
            throws OperatorCreationException, GeneralSecurityException, SMIMEException, MessagingException,
                    IOException {
        SMIMESignedGenerator generator = new SMIMESignedGenerator();
        generator.addSignerInfoGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", signer.key(), signer.certificate()));
        MimeMultipart both = generator.generate(content);
        MimeBodyPart all = new MimeBodyPart();
        all.setContent(both);
        all.setHeader("Content-Type", both.getContentType());
        return written(all);
    }

    private static byte[] encrypted(byte[] content, org.bouncycastle.cms.RecipientInfoGenerator to)
            throws CMSException, MessagingException, IOException {
        CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(to);
        byte[] cms = generator
                .generate(
                        new CMSProcessableByteArray(content),
                        new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).build())
                .getEncoded();
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setDataHandler(new jakarta.activation.DataHandler(
                new jakarta.mail.util.ByteArrayDataSource(cms, "application/pkcs7-mime")));
        mail.setHeader("Content-Type", "application/pkcs7-mime");
        mail.setHeader("Content-Transfer-Encoding", "base64");
        return written(mail);
    }

    private static byte[] written(jakarta.mail.Part part) throws MessagingException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        part.writeTo(out);
        return out.toByteArray();
    }

    private static String read(SmimeOpening.Opened opened) {
        try {
            return String.valueOf(opened.content().getContent());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OpeningKey key(int bits, String address)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=" + address.substring(0, address.indexOf('@')));
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(now.toEpochMilli()),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(1))),
                name,
                pair.getPublic());
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.rfc822Name, address)));
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
        return new OpeningKey(certificate, pair.getPrivate());
    }
}
