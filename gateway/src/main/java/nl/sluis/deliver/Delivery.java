package nl.sluis.deliver;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.sluis.attachment.Arrivals;
import nl.sluis.attachment.Readiness;
import nl.sluis.canonical.Cancellation;
import nl.sluis.canonical.ConsentNews;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.ThreadId;
import nl.sluis.canonical.Urgency;
import nl.sluis.canonical.WithdrawalNotice;
import nl.sluis.consent.ReceivedGrounds;
import nl.sluis.copies.ConsentMail;
import nl.sluis.feed.Feed;
import nl.sluis.policy.Ground;
import org.springframework.stereotype.Component;

/** Step 10 of the path: delivers to the local system, which is the feed; runs in the caller's transaction, once per message. */
@Component
public final class Delivery {

    private final Feed feed;
    private final ReceivedGrounds grounds;
    private final ConsentMail mail;
    private final Arrivals arrivals;
    private final Clock clock;

    Delivery(Feed feed, ReceivedGrounds grounds, ConsentMail mail, Arrivals arrivals, Clock clock) {
        this.feed = feed;
        this.grounds = grounds;
        this.mail = mail;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /**
     * Whether a message may be delivered: no consent behind it was withdrawn, and all that it names is here, whole and looked at.
     * Until the caller's transaction ends no notice comes in between.
     */
    public Readiness readiness(Message message) {
        grounds.lock(message.sender(), message.id());
        return grounds.noticesOf(message.sender(), message.id()).isEmpty()
                ? arrivals.readiness(message)
                : Readiness.WITHDRAWN;
    }

    /** It is not delivered: what came for it is destroyed. */
    public void refused(OrganisationId sender, MessageId message) {
        arrivals.destroy(sender, message);
    }

    /** It will not come: what came for it is destroyed, unless it was delivered already; how many attachments. */
    public int cancelled(Cancellation cancellation) {
        return arrivals.cancel(cancellation);
    }

    /** Delivers what is ready; doing it again changes nothing. */
    public void deliver(Message message, Ground ground) {
        grounds.keep(message.sender(), message.id(), message.thread(), ground);
        arrivals.delivered(message);
        feed.add(message, clock.instant());
    }

    /** What it tells is on record from now on; what it asks is answered. */
    public void deliver(ConsentNews news) {
        mail.take(news);
    }

    /**
     * From now on nothing can be answered on the consent, and the team reads that it has ended. A message that is not delivered yet
     * never is, and the team reads nothing of it.
     *
     * @return whether the message was delivered
     */
    public boolean withdrawn(WithdrawalNotice notice) {
        grounds.lock(notice.sender(), notice.about());
        grounds.keep(notice);
        Optional<ReceivedGrounds.Received> received = grounds.find(notice.sender(), notice.about());
        received.ifPresent(found -> tell(notice, found.thread()));
        return received.isPresent();
    }

    // In the thread of the message as it was received, whatever the notice says
    private void tell(WithdrawalNotice notice, ThreadId thread) {
        feed.add(
                new Message(
                        notice.id(),
                        thread,
                        notice.about(),
                        MessageKind.CONSENT_EVENT,
                        notice.sender(),
                        ProfessionalRole.OTHER,
                        notice.recipient(),
                        notice.withdrawnAt(),
                        Urgency.PRIORITY,
                        null,
                        LegalBasis.NONE,
                        List.of(),
                        List.of(),
                        null),
                clock.instant());
    }
}
