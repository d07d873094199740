package nl.sluis.routes;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Optional;
import nl.sluis.adapter.Violation;
import nl.sluis.seal.SmimeMailbox;
import nl.sluis.seal.SmimeOpening;
import nl.sluis.seal.SmimePartner;
import nl.sluis.seal.SmimeRefusal;
import nl.sluis.submit.PartnerMailbox;
import org.apache.camel.RoutesBuilder;
import org.jspecify.annotations.Nullable;
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

    /** Why a mail of this look stays. */
    private volatile @Nullable Trouble stuck;

    /** Whether the rest of this look is for the next. */
    private volatile boolean waits;

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

    /** A mail in the mailbox; what is asked of it is asked of the server. */
    interface Waiting {

        /** What stands outside the encryption. */
        MailHead head();

        /** All of it; empty when it is larger than is read. */
        Optional<byte[]> content() throws MessagingException, IOException;

        /** Whether one with that number was taken before. */
        boolean isDone(String number) throws MessagingException;
    }

    /**
     * Takes one mail.
     *
     * @return where it goes; empty when it stays where it is, to be tried again
     */
    Optional<Place> take(Waiting mail) {
        if (waits) {
            return Optional.empty();
        }
        try {
            if (!mail.head().isFrom(opening.partner().address())) {
                // Whoever wrote it is answered nothing
                return Optional.of(refusedInSilence());
            }
            return opening.mailbox().reaches(opening.partner()) ? answered(mail) : stays(Trouble.NO_CERTIFICATE);
        } catch (MessagingException | IOException e) {
            return stays(Trouble.NO_MAILBOX);
        } catch (DataAccessException | TransactionException e) {
            return stays(Trouble.DATABASE_AWAY);
        }
    }

    /** A look at the mailbox begins. */
    void looks() {
        stuck = null;
        waits = false;
    }

    /** It ended, and every mail of it was taken or stays. */
    void looked() {
        Trouble why = stuck;
        if (why == null) {
            state.fine();
        } else {
            // One that stays is told of, also when others went
            state.is(why);
        }
    }

    /** The mailbox does not answer. */
    void away() {
        stuck = Trouble.NO_MAILBOX;
        state.is(Trouble.NO_MAILBOX);
    }

    /** A mail stays for a reason that nobody thought of. */
    void unexpected(Throwable thrown) {
        state.unexpected(thrown);
        stuck = Trouble.UNEXPECTED;
    }

    private Optional<Place> stays(Trouble why) {
        stuck = why;
        state.is(why);
        return Optional.empty();
    }

    private Place refusedInSilence() {
        state.count(ChannelState.Outcome.REFUSED);
        return Place.REJECTED;
    }

    private Optional<Place> answered(Waiting mail) throws MessagingException, IOException {
        Optional<byte[]> content = mail.content();
        String number = mail.head().number();
        Said said = said(content, !number.isEmpty() && mail.isDone(number));
        if (said.answer().isEmpty()) {
            return stays(Trouble.TOO_MUCH);
        }
        if (!said.byPartner() && !mail.head().mayBeRefused(answers.own())) {
            return Optional.of(refusedInSilence());
        }
        Answer answer = said.answer().get();
        byte[] of = content.isPresent() ? content.get() : mail.head().digest();
        try {
            answers.send(of, number, answer, channel.english());
        } catch (MailAnswers.Away e) {
            // Each of the others would wait for the same server
            waits = true;
            return stays(Trouble.NOT_ANSWERED);
        } catch (MessagingException e) {
            return stays(Trouble.NOT_ANSWERED);
        }
        state.count(answer.decided() ? ChannelState.Outcome.DECIDED : ChannelState.Outcome.REFUSED);
        return Optional.of(answer.decided() ? Place.DONE : Place.REJECTED);
    }

    /**
     * What is said to a mail.
     *
     * @param answer empty when it may come again
     * @param byPartner whether the partner wrote it: nobody knows before it was opened
     */
    private record Said(Optional<Answer> answer, boolean byPartner) {}

    private Said said(Optional<byte[]> content, boolean again) {
        if (content.isEmpty()) {
            return unopened("/", "TOO_LARGE", "The mail is larger than is read.");
        }
        if (again) {
            return unopened("/Message-ID", "TWICE", "A mail with this number was taken before.");
        }
        return switch (opening.mailbox().open(content.get(), opening.partner())) {
            case SmimeOpening.Opened opened ->
                new Said(
                        switch (reading.attachment().in(opened.content())) {
                            case MailAttachment.Found.Document document ->
                                reading.taking().take(channel, document.bytes(), null);
                            case MailAttachment.Found.Fault fault -> refused(fault.why());
                        },
                        true);
            case SmimeOpening.Refused refused -> unopened("/", refused.why().name(), text(refused.why()));
        };
    }

    private static String text(SmimeRefusal why) {
        return switch (why) {
            case NOT_ENCRYPTED -> "The mail is not encrypted as a whole.";
            case CANNOT_BE_OPENED -> "The mail cannot be decrypted with the key of this mailbox.";
            case WEAK_ALGORITHM -> "The mail is encrypted or signed by an algorithm that is not accepted.";
            case NOT_SIGNED -> "There is no signature on all that was encrypted.";
            case WRONG_SIGNER -> "The mail is not signed with a certificate that was agreed on and is valid.";
            case WRONG_TIME -> "The signature does not say when it was made, or not within the last 14 days.";
            case SIGNATURE_BROKEN -> "The signature does not belong to the content.";
        };
    }

    private Said unopened(String path, String code, String text) {
        return new Said(refused(new Violation(path, code, text)), false);
    }

    private Optional<Answer> refused(Violation why) {
        return Optional.of(reading.taking().refuse(channel, why));
    }
}
