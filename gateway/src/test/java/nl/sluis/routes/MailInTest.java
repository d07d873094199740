package nl.sluis.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import nl.sluis.certs.CertificateUse;
import nl.sluis.certs.DevelopmentPki;
import nl.sluis.certs.Holder;
import nl.sluis.certs.PkiFiles;
import nl.sluis.seal.SmimeMailbox;
import nl.sluis.seal.SmimePartner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One look at a mailbox in which not every mail can be read; {@code MailChannelTest} has those that can. */
class MailInTest {

    private static final String PARTNER = "praktijk@huisarts.test";

    private static MailIn.Opening opening;

    private final ChannelState state = new ChannelState("mail", new SimpleMeterRegistry(), Clock.systemUTC());
    private final MailIn mails = new MailIn(null, null, null, opening, null, state);

    @BeforeAll
    static void keys(@TempDir Path folder) throws IOException {
        PkiFiles files = DevelopmentPki.generate(folder, Holder.lindedam());
        opening = new MailIn.Opening(
                SmimeMailbox.load(
                        files.certificate("school", CertificateUse.SEAL),
                        files.key("school", CertificateUse.SEAL),
                        "test.",
                        Clock.systemUTC()),
                SmimePartner.load(PARTNER, List.of(files.certificate("huisarts", CertificateUse.SEAL)), "test"));
    }

    @Test
    void aMailThatStaysIsTroubleThoughOthersGo() throws MessagingException {
        mails.looks();
        assertThat(mails.take(new Unreadable(PARTNER))).isEmpty();
        assertThat(mails.take(new Unreadable("iemand@elders.test"))).contains(MailIn.Place.REJECTED);
        assertThat(state.trouble()).contains(Trouble.NO_MAILBOX);
        mails.looked();
        assertThat(state.trouble()).contains(Trouble.NO_MAILBOX);

        mails.looks();
        assertThat(mails.take(new Unreadable("iemand@elders.test"))).contains(MailIn.Place.REJECTED);
        mails.looked();
        assertThat(state.trouble()).isEmpty();
    }

    /** A mail of which the server gives nothing but what stands outside. */
    private record Unreadable(MailHead head) implements MailIn.Waiting {

        private Unreadable(String from) throws MessagingException {
            this(new MailHead(new MimeMessage(Session.getInstance(new Properties()))));
            head.mail().setFrom(from);
        }

        @Override
        public Optional<byte[]> content() throws MessagingException {
            throw new MessagingException("FETCH failed");
        }

        @Override
        public boolean isDone(String number) {
            return false;
        }
    }
}
