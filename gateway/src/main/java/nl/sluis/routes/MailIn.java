package nl.sluis.routes;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import nl.sluis.adapter.Violation;
import nl.sluis.seal.SmimeMailbox;
import nl.sluis.seal.SmimeOpening;
import nl.sluis.seal.SmimePartner;
import nl.sluis.seal.SmimeRefusal;
import nl.sluis.submit.PartnerMailbox;
import org.apache.camel.RoutesBuilder;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Takes the mail of one partner: opened, submitted, answered, moved. In that order: who stops in between finds the mail again, and its
 * messages, which are known by their content, have the answers that they had.
 */
final class MailIn implements ChannelIn {

    private final Channel channel;
    private final PartnerMailbox settings;
    private final Reading reading;
    private final MailAnswers answers;
    private final ChannelState state;
    private final Opening opening;

    /** What is done with a document, and how the mailbox is reached. */
    record Reading(Taking taking, MailAttachment attachment, MailRoute.Reach reach) {}

    /** With what mail is opened, and from whom. */
    record Opening(SmimeMailbox mailbox, SmimePartner partner) {}

    /** Where a mail goes that was dealt with. */
    enum Place {
        /** All of it was decided about. */
        DONE("Done"),
        /** Not all of it, or nothing. */
        REJECTED("Rejected");

        private final String folder;

        Place(String folder) {
            this.folder = folder;
        }

        String folder() {
            return folder;
        }
    }

    MailIn(
            Channel channel,
            PartnerMailbox settings,
            Reading reading,
            Opening opening,
            MailAnswers answers,
            ChannelState state) {
        this.channel = channel;
        this.settings = settings;
        this.reading = reading;
        this.opening = opening;
        this.answers = answers;
        this.state = state;
    }

    /** The channel. */
    Channel channel() {
        return channel;
    }

    @Override
    public ChannelState state() {
        return state;
    }

    @Override
    public RoutesBuilder route() {
        return new MailRoute(this, settings, reading.reach());
    }

    /**
     * Takes one mail.
     *
     * @param mail its headers
     * @param content all of it; empty when it is larger than is read
     * @param again whether one with its number was taken before
     * @return where it goes; empty when it stays where it is, to be tried again
     */
    Optional<Place> take(MimeMessage mail, Optional<byte[]> content, boolean again) {
        if (!isOfPartner(mail)) {
            // Whoever wrote it is answered nothing
            state.took(ChannelState.Outcome.REFUSED);
            return Optional.of(Place.REJECTED);
        }
        try {
            Optional<Answer> answer = answer(content, again);
            if (answer.isEmpty()) {
                state.is(Trouble.TOO_MUCH);
                return Optional.empty();
            }
            answers.send(content.orElseGet(() -> new byte[0]), number(mail), answer.get(), channel.english());
            boolean decided = answer.get().decided();
            state.took(decided ? ChannelState.Outcome.DECIDED : ChannelState.Outcome.REFUSED);
            return Optional.of(decided ? Place.DONE : Place.REJECTED);
        } catch (MessagingException e) {
            state.is(Trouble.NOT_ANSWERED);
        } catch (DataAccessException | TransactionException e) {
            state.is(Trouble.DATABASE_AWAY);
        }
        return Optional.empty();
    }

    private Optional<Answer> answer(Optional<byte[]> content, boolean again) {
        if (content.isEmpty()) {
            return refused("/", "TOO_LARGE", "The mail is larger than is read.");
        }
        if (again) {
            return refused("/Message-ID", "TWICE", "A mail with this number was taken before.");
        }
        return switch (opening.mailbox().open(content.get(), opening.partner())) {
            case SmimeOpening.Opened opened ->
                switch (reading.attachment().in(opened.content())) {
                    case MailAttachment.Found.Document document ->
                        reading.taking().take(channel, document.bytes(), null);
                    case MailAttachment.Found.Fault fault -> refused(fault.why());
                };
            case SmimeOpening.Refused refused -> refused("/", refused.why().name(), text(refused.why()));
        };
    }

    private static String text(SmimeRefusal why) {
        return switch (why) {
            case NOT_ENCRYPTED -> "The mail is not encrypted as a whole.";
            case CANNOT_BE_OPENED -> "The mail cannot be decrypted with the key of this mailbox.";
            case WEAK_ALGORITHM -> "The mail is encrypted or signed by an algorithm that is not accepted.";
            case NOT_SIGNED -> "There is no signature on all that was encrypted.";
            case WRONG_SIGNER -> "The mail is not signed with a certificate that was agreed on and is valid.";
            case SIGNATURE_BROKEN -> "The signature does not belong to the content.";
        };
    }

    private Optional<Answer> refused(String path, String code, String text) {
        return refused(new Violation(path, code, text));
    }

    private Optional<Answer> refused(Violation why) {
        return Optional.of(reading.taking().refuse(channel, why));
    }

    // A program that answers by itself is not answered (RFC 3834, 2)
    private boolean isOfPartner(MimeMessage mail) {
        try {
            String automatic = mail.getHeader("Auto-Submitted", null);
            Address[] from = mail.getFrom();
            return (automatic == null || automatic.strip().equalsIgnoreCase("no"))
                    && from != null
                    && from.length == 1
                    && from[0] instanceof InternetAddress address
                    && opening.partner().address().equalsIgnoreCase(address.getAddress());
        } catch (MessagingException e) {
            return false;
        }
    }

    // What is no number is left out: it would come into a header of ours
    private static String number(MimeMessage mail) throws MessagingException {
        String number = mail.getMessageID();
        return number != null && number.matches("<[\\x21-\\x7e&&[^<>]]{1,250}>") ? number : "";
    }
}
