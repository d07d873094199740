package nl.sluis.path;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import nl.sluis.seal.SmimeMailbox;
import nl.sluis.seal.SmimeOpening;
import nl.sluis.seal.SmimePartner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A partner that mails documents by S/MIME, also wrong ones, to a node that reads a mailbox of a real mail server. */
class MailChannelTest {

    private static final Duration CEILING = Duration.ofSeconds(20);
    private static final String TYPE = "application/vnd.sluis.message+json";

    private static MailPost post;
    private static SchoolAlone node;

    private final Session session = Session.getInstance(new Properties());
    private final Heard heard = new Heard();

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException {
        post = MailPost.open();
        node = new SchoolAlone(post.settings(6));
    }

    @AfterAll
    static void stop() throws IOException {
        node.close();
        post.close();
    }

    @BeforeEach
    void nothingIsThere() {
        post.empty();
    }

    @AfterEach
    void nothingPersonalWasLogged() {
        heard.close();
        assertThat(heard.text()).doesNotContain("Demir", "order-");
    }

    @Test
    void aSignedAndEncryptedDocumentIsDecidedAboutAnsweredAndPutAside() throws Exception {
        String child = "order-" + UUID.randomUUID();
        EndedBasisTest.ordered(node, child, Samples.today().plusMonths(3));
        long before = outgoing();
        post.deliver(good(EndedBasisTest.onOrder(child)));

        StoredMessage answer = answer();

        assertThat(post.inNode("Done")).hasSize(1);
        assertThat(read(answer)).contains("\"outcome\":\"PERMIT\"", "Your attachment was read");
        assertThat(raw(answer)).doesNotContain(child, "PERMIT").contains("smime-type=authEnveloped-data");
        assertThat(answer.getMimeMessage().getHeader("Auto-Submitted", null)).isEqualTo("auto-replied");
        assertThat(answer.getMimeMessage().getSubject()).isEqualTo("Sluis: message taken");
        assertThat(outgoing()).isEqualTo(before + 1);
    }

    @Test
    void theSameMailAgainIsRefusedAndTheSameDocumentInAnotherMailGoesOnce() throws Exception {
        String child = "order-" + UUID.randomUUID();
        EndedBasisTest.ordered(node, child, Samples.today().plusMonths(3));
        long before = outgoing();
        MimeMessage mail = good(EndedBasisTest.onOrder(child));
        post.deliver(mail);
        String first = read(answer());
        post.deliver(mail);
        assertThat(read(answer(2))).contains("TWICE", "/Message-ID");

        post.deliver(good(EndedBasisTest.onOrder(child)));

        assertThat(message(read(answer(3)))).isEqualTo(message(first));
        assertThat(outgoing()).isEqualTo(before + 1);
        assertThat(post.inNode("Done")).hasSize(2);
        assertThat(post.inNode("Rejected")).hasSize(1);
    }

    @Test
    void aMailStaysWhereItIsUntilItsAnswerIsTakenAndGoesOnce() throws Exception {
        String child = "order-" + UUID.randomUUID();
        EndedBasisTest.ordered(node, child, Samples.today().plusMonths(3));
        long before = outgoing();
        post.closeAnswers();
        post.deliver(good(EndedBasisTest.onOrder(child)));
        await().dontCatchUncaughtExceptions().atMost(CEILING).until(() -> health().contains("NOT_ANSWERED"));
        assertThat(post.inNode("INBOX")).hasSize(1);
        assertThat(post.inNode("Done")).isEmpty();
        assertThat(outgoing()).isEqualTo(before + 1);

        post.openAnswers();

        assertThat(read(answer())).contains("\"outcome\":\"PERMIT\"");
        assertThat(post.inNode("Done")).hasSize(1);
        assertThat(outgoing()).isEqualTo(before + 1);
        await().dontCatchUncaughtExceptions().atMost(CEILING).until(() -> !health().contains("NOT_ANSWERED"));
    }

    /** Mails that are answered with a refusal, and their code. */
    enum Refused {
        PLAIN("NOT_ENCRYPTED"),
        SIGNED_ONLY("NOT_ENCRYPTED"),
        ENCRYPTED_PART_OF_A_MAIL("NOT_ENCRYPTED"),
        FOR_SOMEBODY_ELSE("CANNOT_BE_OPENED"),
        CUT_OFF("CANNOT_BE_OPENED"),
        ALTERED("CANNOT_BE_OPENED"),
        NOT_SIGNED("NOT_SIGNED"),
        SIGNED_BY_SOMEBODY_ELSE("WRONG_SIGNER"),
        TRIPLE_DES("WEAK_ALGORITHM"),
        SHA1("WEAK_ALGORITHM"),
        NO_ATTACHMENT("NO_ATTACHMENT"),
        TWO_ATTACHMENTS("SEVERAL_ATTACHMENTS"),
        OF_ANOTHER_TYPE("WRONG_TYPE"),
        LARGE_ATTACHMENT("TOO_LARGE"),
        LARGE_MAIL("TOO_LARGE"),
        NO_DOCUMENT("NOT_JSON");

        private final String code;

        Refused(String code) {
            this.code = code;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMailThatIsNotTakenIsAnsweredWithItsPlaceAndPutAside(Refused bad) throws Exception {
        long before = outgoing();
        post.deliver(bad(bad));

        StoredMessage answer = answer();

        assertThat(read(answer)).contains(bad.code).doesNotContain("Demir");
        assertThat(raw(answer)).doesNotContain(bad.code);
        assertThat(post.inNode("Rejected")).hasSize(1);
        assertThat(post.inNode("Done")).isEmpty();
        assertThat(outgoing()).isEqualTo(before);
    }

    @Test
    void whoIsNotThePartnerIsAnsweredNothing() throws Exception {
        long before = outgoing();
        post.deliver(mail("iemand@elders.test", each -> seal("jeugd-ggz", "school", content("{}"), each)));
        MimeMessage automatic = good("{}");
        automatic.setHeader("Auto-Submitted", "auto-replied");
        post.deliver(automatic);
        MimeMessage two = good("{}");
        two.addFrom(InternetAddress.parse("iemand@elders.test"));
        post.deliver(two);

        await().dontCatchUncaughtExceptions()
                .atMost(CEILING)
                .until(() -> post.inNode("Rejected").size() == 3);
        post.deliver(bad(Refused.PLAIN));

        // The one that is answered came last: nothing came before it
        assertThat(read(answer())).contains("NOT_ENCRYPTED");
        assertThat(outgoing()).isEqualTo(before);
    }

    @Test
    void aNumberThatIsNoneNeitherHoldsUpTheMailboxNorIsTakenForOneThatWasThere() throws Exception {
        String child = "order-" + UUID.randomUUID();
        EndedBasisTest.ordered(node, child, Samples.today().plusMonths(3));
        post.deliver(good(EndedBasisTest.onOrder(child)));
        answer();
        for (String number : List.of("", "<", "<\u00e9@\u00e9>", "\"", "<a@b> <c@d>", "<" + "a".repeat(9000) + ">")) {
            MimeMessage mail = good("{\"kind\":");
            mail.setHeader("Message-ID", number);
            post.deliver(mail);
        }

        await().dontCatchUncaughtExceptions()
                .atMost(CEILING)
                .until(() -> post.inNode("Rejected").size() == 6);
        assertThat(post.answers()).hasSize(7);
        for (StoredMessage each : post.answers().subList(1, 7)) {
            assertThat(read(each)).contains("NOT_JSON").doesNotContain("TWICE");
        }
    }

    @Test
    void aProgramThatDoesNotSayWhatItIsIsNotAnsweredForEver() throws Exception {
        post.deliver(bad(Refused.PLAIN));
        String answer = answer().getMimeMessage().getMessageID();
        List<String[]> marks = List.of(
                new String[] {"In-Reply-To", answer},
                new String[] {"References", "<first@elders.test> " + answer},
                new String[] {"Precedence", "Bulk"},
                new String[] {"List-Id", "<allen.huisarts.test>"},
                new String[] {"Return-Path", "<>"});
        for (String[] mark : marks) {
            MimeMessage mail = bad(Refused.PLAIN);
            mail.setHeader(mark[0], mark[1]);
            post.deliver(mail);
        }
        await().dontCatchUncaughtExceptions()
                .atMost(CEILING)
                .until(() -> post.inNode("Rejected").size() == 6);
        assertThat(post.answers()).hasSize(1);

        // What the partner signed is answered, however it is marked
        MimeMessage signed = good("{\"kind\":");
        signed.setHeader("Precedence", "bulk");
        post.deliver(signed);
        assertThat(read(answer(2))).contains("NOT_JSON");
    }

    @Test
    void twoLargeMailsHaveTwoAnswers() throws Exception {
        post.deliver(bad(Refused.LARGE_MAIL));
        answer();
        post.deliver(bad(Refused.LARGE_MAIL));
        answer(2);

        assertThat(post.answers().get(0).getMimeMessage().getMessageID())
                .isNotEqualTo(post.answers().get(1).getMimeMessage().getMessageID());
    }

    @Test
    void howLongAnAnswerIsDoesNotTellOneRefusalFromAnother() throws Exception {
        for (Refused each : List.of(Refused.ALTERED, Refused.NOT_SIGNED, Refused.SIGNED_BY_SOMEBODY_ELSE)) {
            post.empty();
            post.deliver(bad(each));
            SmimeOpening opening = mailbox("huisarts").open(raw(answer()).getBytes(UTF_8), to("school"));
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            ((SmimeOpening.Opened) opening).content().writeTo(content);

            assertThat(content.size()).isEqualTo(4096);
        }
    }

    private MimeMessage bad(Refused bad) throws MessagingException, IOException, GeneralSecurityException {
        SmimeCraft craft = new SmimeCraft(post);
        MimeBodyPart order = content("{\"name\":\"Demir\"}");
        return mail(MailPost.PARTNER, each -> {
            switch (bad) {
                case PLAIN -> each.setContent((MimeMultipart) order.getContent());
                case SIGNED_ONLY -> craft.signedOnly(order, each);
                case ENCRYPTED_PART_OF_A_MAIL -> {
                    MimeBodyPart sealed = new MimeBodyPart();
                    mailbox("huisarts").seal(order, to("school"), false, sealed);
                    MimeBodyPart text = new MimeBodyPart();
                    text.setText("<img src=\"https://elders.test/", "UTF-8", "html");
                    each.setContent(new MimeMultipart(text, sealed));
                }
                case FOR_SOMEBODY_ELSE -> seal("huisarts", "jeugd-ggz", order, each);
                case CUT_OFF -> craft.cutOff(order, each);
                case ALTERED -> craft.altered(order, each);
                case NOT_SIGNED -> craft.notSigned(order, each);
                case SIGNED_BY_SOMEBODY_ELSE -> seal("jeugd-ggz", "school", order, each);
                case TRIPLE_DES -> craft.tripleDes(order, each);
                case SHA1 -> craft.sha1(order, each);
                case NO_ATTACHMENT -> {
                    MimeBodyPart text = new MimeBodyPart();
                    text.setText("see attachment");
                    seal("huisarts", "school", text, each);
                }
                case TWO_ATTACHMENTS -> seal("huisarts", "school", content("{}", "{}"), each);
                case OF_ANOTHER_TYPE -> seal("huisarts", "school", attachment("%PDF", "application/pdf"), each);
                case LARGE_ATTACHMENT -> seal("huisarts", "school", content("x".repeat(MailPost.LARGEST + 1)), each);
                case LARGE_MAIL -> seal("huisarts", "school", content("x".repeat(20 * MailPost.LARGEST)), each);
                case NO_DOCUMENT -> seal("huisarts", "school", content("{\"kind\":"), each);
            }
        });
    }

    private MimeMessage good(String document) throws MessagingException, IOException, GeneralSecurityException {
        return mail(MailPost.PARTNER, each -> seal("huisarts", "school", content(document), each));
    }

    private interface Filling {
        void fill(MimeMessage mail) throws MessagingException, IOException, GeneralSecurityException;
    }

    private MimeMessage mail(String from, Filling filling)
            throws MessagingException, IOException, GeneralSecurityException {
        MimeMessage mail = new MimeMessage(session);
        mail.setFrom(from);
        mail.setRecipients(MimeMessage.RecipientType.TO, MailPost.NODE);
        mail.setSubject("bericht");
        filling.fill(mail);
        mail.saveChanges();
        return mail;
    }

    private static void seal(String from, String to, MimeBodyPart content, MimeMessage into) throws MessagingException {
        mailbox(from).seal(content, to(to), false, into);
    }

    private static SmimeMailbox mailbox(String holder) {
        return SmimeMailbox.load(post.certificate(holder), post.key(holder), "test.", Clock.systemUTC());
    }

    private static SmimePartner to(String holder) {
        return SmimePartner.load(MailPost.NODE, List.of(post.certificate(holder)), "test");
    }

    /** A text for people and these documents. */
    private static MimeBodyPart content(String... documents) throws MessagingException, IOException {
        MimeMultipart all = new MimeMultipart();
        MimeBodyPart text = new MimeBodyPart();
        text.setText("for whoever reads this");
        all.addBodyPart(text);
        for (String document : documents) {
            all.addBodyPart(attachment(document, TYPE));
        }
        MimeBodyPart content = new MimeBodyPart();
        content.setContent(all);
        content.setHeader("Content-Type", all.getContentType());
        return content;
    }

    private static MimeBodyPart attachment(String content, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new jakarta.activation.DataHandler(
                new jakarta.mail.util.ByteArrayDataSource(content.getBytes(UTF_8), type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        part.setDisposition(Part.ATTACHMENT);
        part.setFileName("document");
        return part;
    }

    private static StoredMessage answer() {
        return answer(1);
    }

    private static StoredMessage answer(int nth) {
        await().dontCatchUncaughtExceptions()
                .atMost(CEILING)
                .until(() ->
                        post.answers().size() >= nth && post.inNode("INBOX").isEmpty());
        assertThat(post.answers()).hasSize(nth);
        return post.answers().getLast();
    }

    /** What stands in an answer, for who has the partner's key and the node's certificate. */
    private static String read(StoredMessage answer) throws MessagingException, IOException {
        SmimeOpening opening = mailbox("huisarts").open(raw(answer).getBytes(UTF_8), to("school"));
        assertThat(opening).isInstanceOf(SmimeOpening.Opened.class);
        MimeMultipart parts =
                (MimeMultipart) ((SmimeOpening.Opened) opening).content().getContent();
        String text = String.valueOf(parts.getBodyPart(0).getContent());
        try (var in = parts.getBodyPart(1).getInputStream()) {
            return text + new String(in.readAllBytes(), UTF_8);
        }
    }

    private static String raw(StoredMessage answer) throws MessagingException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        answer.getMimeMessage().writeTo(out);
        return out.toString(UTF_8);
    }

    private static String message(String answer) {
        return answer.replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    }

    private static String health() throws IOException {
        URI address = node.management().resolve("/actuator/health/channels");
        try (var in = address.toURL().openStream()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static long outgoing() {
        return node.part(JdbcClient.class)
                .sql("SELECT count(*) FROM outgoing WHERE form = 'MESSAGE'")
                .query(Long.class)
                .single();
    }
}
