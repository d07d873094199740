package nl.sluis.routes;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import nl.sluis.certs.DevelopmentPki;
import nl.sluis.certs.Holder;
import nl.sluis.submit.PartnerMailbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail servers that are not what they should be; whoever they are, they have a mailbox for this user and this password. */
class MailServersTest {

    private static final String USER = "sluis@school.test";
    private static final String PASSWORD = "not-a-secret";

    private static GreenMail server;
    private static Path directory;
    private static Path trust;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        directory = folder;
        trust = DevelopmentPki.generate(folder.resolve("certs"), Holder.lindedam())
                .ca();
        server = new GreenMail(new ServerSetup[] {
            ServerSetupTest.IMAPS.dynamicPort(), ServerSetupTest.SMTPS.dynamicPort(), ServerSetupTest.SMTP.dynamicPort()
        });
        server.start();
        server.setUser(USER, USER, PASSWORD);
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void aMailboxBehindACertificateOfSomebodyElseIsNotRead() throws Exception {
        PartnerMailbox mailbox = mailbox(server.getSmtps().getPort(), false);
        Session session = session(mailbox);
        try (Store store = session.getStore("imaps")) {
            assertThatExceptionOfType(MessagingException.class)
                    .isThrownBy(() -> store.connect("localhost", mailbox.imap().port(), USER, PASSWORD))
                    .withRootCauseInstanceOf(Exception.class)
                    .withStackTraceContaining(SSLException.class.getPackageName());
        }
    }

    @Test
    void nothingIsSentToAServerWithACertificateOfSomebodyElse() throws Exception {
        PartnerMailbox mailbox = mailbox(server.getSmtps().getPort(), false);
        try (Transport transport = session(mailbox).getTransport("smtps")) {
            assertThatExceptionOfType(MessagingException.class)
                    .isThrownBy(
                            () -> transport.connect("localhost", mailbox.smtp().port(), USER, PASSWORD))
                    .withStackTraceContaining(SSLException.class.getPackageName());
        }
    }

    @Test
    void nothingIsSaidToAServerThatKnowsNoStartTls() throws Exception {
        PartnerMailbox mailbox = mailbox(server.getSmtp().getPort(), true);
        try (Transport transport = session(mailbox).getTransport("smtp")) {
            assertThatExceptionOfType(MessagingException.class)
                    .isThrownBy(
                            () -> transport.connect("localhost", mailbox.smtp().port(), USER, PASSWORD))
                    .withMessageContaining("STARTTLS is required");
        }
    }

    private static Session session(PartnerMailbox mailbox) {
        return MailServers.of(mailbox, "test.").session(List.of("TLSv1.3"));
    }

    private static PartnerMailbox mailbox(int smtp, boolean startTls) throws IOException {
        Path password = Files.writeString(directory.resolve("password"), PASSWORD);
        return new PartnerMailbox(
                new PartnerMailbox.Server("localhost", server.getImaps().getPort(), false),
                new PartnerMailbox.Server("localhost", smtp, startTls),
                USER,
                password,
                trust,
                Duration.ofSeconds(30),
                USER,
                password,
                password,
                new PartnerMailbox.Partner("praktijk@huisarts.test", List.of(password), false));
    }
}
