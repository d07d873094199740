package nl.sluis.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Hashtable;
import java.util.List;
import java.util.Properties;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.mail.smime.SMIMEException;
import org.bouncycastle.mail.smime.SMIMESignedGenerator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;
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

    @Test
    void aSignatureByPssOrAKeyByOaepWithTheOldDigestSomewhereInsideIsRefused() throws Exception {
        SmimeOpening weak = new SmimeOpening.Refused(SmimeRefusal.WEAK_ALGORITHM);
        JcaContentSignerBuilder old = new JcaContentSignerBuilder(
                "SHA1withRSAandMGF1",
                new PSSParameterSpec("SHA-1", "MGF1", MGF1ParameterSpec.SHA1, 20, PSSParameterSpec.TRAILER_FIELD_BC));
        JcaContentSignerBuilder good = new JcaContentSignerBuilder("SHA256withRSAandMGF1");
        assertThat(mailbox.open(encrypted(opaque(old, Date.from(Instant.now())), oaep()), self))
                .isEqualTo(weak);
        assertThat(mailbox.open(encrypted(opaque(good, Date.from(Instant.now())), oaep()), self))
                .isInstanceOf(SmimeOpening.Opened.class);

        OAEPParameterSpec mixed =
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA1, PSource.PSpecified.DEFAULT);
        JceKeyTransRecipientInfoGenerator to = new JceKeyTransRecipientInfoGenerator(
                own.certificate(),
                new JcaAlgorithmParametersConverter()
                        .getAlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP, mixed));
        assertThat(mailbox.open(encrypted(beside(own, text()), to), self)).isEqualTo(weak);
    }

    @Test
    void aMailThatWasSignedLongAgoOrAtNoTimeCannotBeSentAgain() throws Exception {
        SmimeOpening wrong = new SmimeOpening.Refused(SmimeRefusal.WRONG_TIME);
        JcaContentSignerBuilder signer = new JcaContentSignerBuilder("SHA256withRSA");
        Instant now = Instant.now();

        assertThat(mailbox.open(encrypted(opaque(signer, Date.from(now.minus(Duration.ofDays(15)))), oaep()), self))
                .isEqualTo(wrong);
        assertThat(mailbox.open(encrypted(opaque(signer, Date.from(now.plus(Duration.ofHours(30)))), oaep()), self))
                .isEqualTo(wrong);
        assertThat(mailbox.open(encrypted(opaque(signer, null), oaep()), self)).isEqualTo(wrong);
        assertThat(mailbox.open(encrypted(opaque(signer, Date.from(now.minus(Duration.ofDays(13)))), oaep()), self))
                .isInstanceOf(SmimeOpening.Opened.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"; boundary=x", "; boundary=\"x \"", ""})
    void aMailOfMillionsOfPartsIsRefusedBeforeThePartsAreMade(String boundary) throws Exception {
        byte[] head = ("Content-Type: multipart/signed" + boundary + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] parts = "--x\n\n\n".repeat(3_000_000).getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + parts.length);
        System.arraycopy(parts, 0, all, head.length, parts.length);
        byte[] mail = encrypted(all, oaep());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThat(mailbox.open(mail, self)).isInstanceOf(SmimeOpening.Refused.class);

        // Reading and decrypting it takes some times its size; an object for each part a hundred times
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(40L * mail.length);
    }

    @Test
    void aSuccessorIsEncryptedToFromTheDayOnThatTheOldCertificateEnded() throws Exception {
        OpeningKey ended = key(2048, ADDRESS, Instant.now().minus(Duration.ofHours(1)));
        SmimePartner partner = new SmimePartner(ADDRESS, List.of(ended.certificate(), own.certificate()));
        MimeBodyPart sealed = new MimeBodyPart();

        mailbox.seal(text(), partner, false, sealed);

        assertThat(mailbox.open(written(sealed), partner)).isInstanceOf(SmimeOpening.Opened.class);
        assertThat(mailbox.reaches(partner)).isTrue();
        assertThat(mailbox.reaches(new SmimePartner(ADDRESS, List.of(ended.certificate()))))
                .isFalse();
        assertThat(new SmimeMailbox(ended, Clock.systemUTC()).reaches(partner)).isFalse();
    }

    /** Signed at a time that it says, or at none. */
    private static byte[] opaque(JcaContentSignerBuilder signer, @Nullable Date at) throws Exception {
        AttributeTable said = at == null
                ? new AttributeTable(new Hashtable<>())
                : new AttributeTable(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(at))));
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        CMSAttributeTableGenerator attributes = at == null
                ? parameters -> new DefaultSignedAttributeTableGenerator()
                        .getAttributes(parameters)
                        .remove(CMSAttributes.signingTime)
                : new DefaultSignedAttributeTableGenerator(said);
        generator.addSignerInfoGenerator(
                new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                        .setSignedAttributeGenerator(attributes)
                        .build(signer.setProvider(new BouncyCastleProvider()).build(own.key()), own.certificate()));
        byte[] cms = generator
                .generate(new CMSProcessableByteArray(written(text())), true)
                .getEncoded();
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new jakarta.activation.DataHandler(
                new jakarta.mail.util.ByteArrayDataSource(cms, "application/pkcs7-mime")));
        part.setHeader("Content-Type", "application/pkcs7-mime; smime-type=signed-data");
        part.setHeader("Content-Transfer-Encoding", "base64");
        return written(part);
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
        return key(bits, address, Instant.now().plus(Duration.ofHours(36)));
    }

    private static OpeningKey key(int bits, String address, Instant end)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=" + address.substring(0, address.indexOf('@')));
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(now.toEpochMilli()),
                Date.from(now.minus(Duration.ofDays(30))),
                Date.from(end),
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
