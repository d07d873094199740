package nl.sluis.routes;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.sluis.seal.Sha256;
import nl.sluis.seal.SmimeMailbox;
import nl.sluis.seal.SmimePartner;
import nl.sluis.submit.PartnerMailbox;
import org.springframework.context.MessageSource;

/**
 * Answers a mail: signed and encrypted, to the address and the certificate that were agreed on, and never to what a mail says. Nothing
 * of what is outside the encryption is about anybody.
 */
final class MailAnswers {

    private static final int DIGITS = 32;

    /** Bytes; what is encrypted is as long as a whole number of these. */
    private static final int STEP = 4096;

    private static final String SPACES = " ".repeat(62) + "\r\n";

    private final PartnerMailbox settings;
    private final Line line;
    private final SmimeMailbox mailbox;
    private final SmimePartner partner;
    private final MessageSource texts;
    private final Clock clock;

    /** How mail leaves. */
    record Line(Session session, String protocol, String password) {}

    MailAnswers(
            PartnerMailbox settings,
            Line line,
            SmimeMailbox mailbox,
            SmimePartner partner,
            MessageSource texts,
            Clock clock) {
        this.settings = settings;
        this.line = line;
        this.mailbox = mailbox;
        this.partner = partner;
        this.texts = texts;
        this.clock = clock;
    }

    /** What the numbers of its answers are like. */
    Pattern own() {
        return Pattern.compile("<[0-9a-f]{" + DIGITS + "}" + Pattern.quote(domain()) + ">");
    }

    private String domain() {
        return settings.address().substring(settings.address().indexOf('@'));
    }

    /**
     * Hands an answer to the mail server.
     *
     * @param mail what tells the mail that is answered from others: all of it, or of one too large the digest of its headers
     * @param number as the mail that is answered has it; empty when it has none
     * @throws Away when the server takes none now, or not over TLS that is trusted
     * @throws MessagingException when it does not take this one
     */
    void send(byte[] mail, String number, Answer answer, boolean english) throws MessagingException {
        Locale language = english ? Locale.ENGLISH : Locale.forLanguageTag("nl");
        String key = answer.decided() ? "mail.accepted" : "mail.refused";
        MimeMessage message = new Numbered(line.session(), number(mail, answer));
        message.setFrom(new InternetAddress(settings.address()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(partner.address()));
        message.setSubject(texts.getMessage(key + ".subject", null, language), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        // RFC 3834: so that no program answers it
        message.setHeader("Auto-Submitted", "auto-replied");
        if (!number.isEmpty()) {
            message.setHeader("In-Reply-To", number);
            message.setHeader("References", number);
        }
        mailbox.seal(content(answer, texts.getMessage(key + ".text", null, language)), partner, cbc(), message);
        message.saveChanges();
        try (Transport transport = line.session().getTransport(line.protocol())) {
            connect(transport);
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private void connect(Transport transport) throws Away {
        try {
            transport.connect(settings.smtp().host(), settings.smtp().port(), settings.user(), line.password());
        } catch (MessagingException e) {
            throw new Away(e);
        }
    }

    private boolean cbc() {
        return settings.partner().cbc();
    }

    private static MimeBodyPart content(Answer answer, String words) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(words, StandardCharsets.UTF_8.name());
        // Said here: the library adds them only to what it sends itself, and this is encrypted before
        text.setHeader("Content-Type", "text/plain; charset=UTF-8");
        text.setHeader("Content-Transfer-Encoding", "quoted-printable");
        MimeBodyPart document = new MimeBodyPart();
        document.setDataHandler(new DataHandler(new ByteArrayDataSource(
                answer.payload().bytes(), answer.payload().mediaType())));
        document.setHeader("Content-Type", answer.payload().mediaType());
        document.setFileName("sluis-answer." + answer.extension());
        document.setDisposition(Part.ATTACHMENT);
        document.setHeader("Content-Transfer-Encoding", "base64");
        MimeMultipart both = new MimeMultipart();
        both.addBodyPart(text);
        both.addBodyPart(document);
        MimeBodyPart all = new MimeBodyPart();
        all.setContent(both);
        all.setHeader("Content-Type", both.getContentType());
        both.setPreamble(SPACES);
        int missing = missing(all);
        both.setPreamble(" ".repeat(missing % SPACES.length()) + SPACES + SPACES.repeat(missing / SPACES.length()));
        return all;
    }

    // Who cannot read an answer sees how long it is. If that told one refusal from another, it would tell who alters
    // mail
    // that is encrypted without a tag, or was made to look so, whether it then decrypts: enough to read it byte by byte
    private static int missing(MimeBodyPart all) throws MessagingException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            all.writeTo(out);
        } catch (IOException e) {
            throw new MessagingException("the answer cannot be written", e);
        }
        return (STEP - out.size() % STEP) % STEP;
    }

    // The same answer to the same mail has the same number: who gets it twice sees that
    private String number(byte[] mail, Answer answer) {
        String of = Sha256.hex(Sha256.of(mail)) + answer.decided();
        String hidden =
                Sha256.hex(Sha256.of(of.getBytes(StandardCharsets.UTF_8))).substring(0, DIGITS);
        return "<" + hidden + domain() + ">";
    }

    /** No answer leaves now. */
    static final class Away extends MessagingException {

        private static final long serialVersionUID = 1L;

        private Away(MessagingException why) {
            super("the server takes no mail", why);
        }
    }

    /** A mail with a number of its own, where the library would make one up. */
    private static final class Numbered extends MimeMessage {

        private final String number;

        private Numbered(Session session, String number) {
            super(session);
            this.number = number;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", number);
        }
    }
}
