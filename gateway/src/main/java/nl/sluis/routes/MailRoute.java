package nl.sluis.routes;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.HeaderTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.sluis.submit.PartnerMailbox;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mail.MailConstants;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.component.mail.MailMessage;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.support.DefaultMessage;

/** Looks into a mailbox and gives each mail to {@link MailIn}, which says where it goes. */
final class MailRoute extends RouteBuilder {

    /** Mails of one look; the rest is for the next, and so is what comes behind as many that stay. */
    private static final int MOST = 1000;

    private final MailIn mails;
    private final PartnerMailbox settings;
    private final Reach reach;

    /** Whether this look saw that mail has where to go. */
    private volatile boolean placed;

    /**
     * How the mailbox is reached.
     *
     * @param largest bytes of a mail that are read
     */
    record Reach(Session session, String password, int largest) {}

    MailRoute(MailIn mails, PartnerMailbox settings, Reach reach) {
        this.mails = mails;
        this.settings = settings;
        this.reach = reach;
    }

    @Override
    public void configure() {
        onException(Exception.class).logExhausted(false).handled(true).process(exchange -> {
            // Without a place that it goes to, it stays where it is
            exchange.setIn(new DefaultMessage(exchange));
            mails.unexpected(Objects.requireNonNull(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)));
        });
        MailEndpoint endpoint = getContext().getEndpoint(address(), MailEndpoint.class);
        endpoint.getConfiguration()
                .setAdditionalJavaMailProperties(reach.session().getProperties());
        endpoint.getConfiguration().setUsername(settings.user());
        endpoint.getConfiguration().setPassword(reach.password());
        endpoint.setPollStrategy(new Looking());
        from(endpoint).routeId(mails.channel().name()).process(this::take);
    }

    private void take(Exchange exchange) throws MessagingException {
        MimeMessage mail = (MimeMessage) Objects.requireNonNull(
                Objects.requireNonNull(exchange.getIn(MailMessage.class)).getOriginalMessage());
        // None of the headers of the mail may reach Camel, which moves and deletes by headers
        exchange.setIn(new DefaultMessage(exchange));
        if (mail.isSet(Flags.Flag.DELETED)) {
            return;
        }
        try {
            if (!placed) {
                places(mail.getFolder().getStore());
                placed = true;
            }
        } catch (MessagingException e) {
            mails.away();
            return;
        }
        mails.take(new InFolder(mail))
                .ifPresent(place -> exchange.getIn().setHeader(MailConstants.MAIL_MOVE_TO, place.folder()));
    }

    private static void places(Store store) throws MessagingException {
        for (MailIn.Place place : MailIn.Place.values()) {
            Folder folder = store.getFolder(place.folder());
            if (!folder.exists() && !folder.create(Folder.HOLDS_MESSAGES)) {
                throw new MessagingException("no folder");
            }
        }
    }

    /** A mail of the folder that is looked into. */
    private final class InFolder implements MailIn.Waiting {

        private final MimeMessage mail;

        private InFolder(MimeMessage mail) {
            this.mail = mail;
        }

        @Override
        public MailHead head() {
            return new MailHead(mail);
        }

        // Whatever size it was said to be, no more is kept of it
        @Override
        public Optional<byte[]> content() throws MessagingException, IOException {
            if (mail.getSize() > reach.largest()) {
                return Optional.empty();
            }
            Bounded read = new Bounded(reach.largest());
            mail.writeTo(read);
            return read.whole();
        }

        @Override
        public boolean isDone(String number) throws MessagingException {
            Folder done = mail.getFolder().getStore().getFolder(MailIn.Place.DONE.folder());
            done.open(Folder.READ_ONLY);
            try {
                // Servers find it anywhere in a header
                for (Message found : done.search(new HeaderTerm("Message-ID", number))) {
                    if (found instanceof MimeMessage other && number.equals(other.getMessageID())) {
                        return true;
                    }
                }
                return false;
            } finally {
                done.close(false);
            }
        }
    }

    private String address() {
        Map<String, Object> options = Map.ofEntries(
                Map.entry("delay", settings.every().toMillis()),
                Map.entry("initialDelay", 0),
                Map.entry("folderName", MailConstants.MAIL_DEFAULT_FOLDER),
                Map.entry("unseen", false),
                Map.entry("delete", false),
                Map.entry("peek", true),
                Map.entry("mapMailMessage", false),
                Map.entry("disconnect", true),
                Map.entry("maxMessagesPerPoll", MOST));
        return "imaps:" + settings.imap().host() + ":" + settings.imap().port() + "?"
                + options.entrySet().stream()
                        .map(option -> option.getKey() + "=" + option.getValue())
                        .sorted()
                        .collect(Collectors.joining("&"));
    }

    /** Keeps bytes up to a limit. */
    private static final class Bounded extends OutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final int largest;
        private boolean over;

        private Bounded(int largest) {
            this.largest = largest;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            over = over || kept.size() + (long) length > largest;
            if (!over) {
                kept.write(bytes, from, length);
            }
        }

        private Optional<byte[]> whole() {
            return over ? Optional.empty() : Optional.of(kept.toByteArray());
        }
    }

    /** Tells whether there was anything to look into. */
    private final class Looking implements PollingConsumerPollStrategy {

        @Override
        public boolean begin(Consumer consumer, Endpoint endpoint) {
            placed = false;
            mails.looks();
            return true;
        }

        @Override
        public void commit(Consumer consumer, Endpoint endpoint, int found) {
            mails.looked();
        }

        @Override
        public boolean rollback(Consumer consumer, Endpoint endpoint, int tries, Exception thrown) {
            mails.away();
            return false;
        }
    }
}
