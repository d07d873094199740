package nl.sluis.deliver;

import java.time.Clock;
import nl.sluis.canonical.Message;
import nl.sluis.consent.ReceivedGrounds;
import nl.sluis.feed.Feed;
import nl.sluis.policy.Ground;
import org.springframework.stereotype.Component;

/** Step 10 of the path: delivers to the local system, which is the feed; runs in the caller's transaction, once per message. */
@Component
public final class Delivery {

    private final Feed feed;
    private final ReceivedGrounds grounds;
    private final Clock clock;

    Delivery(Feed feed, ReceivedGrounds grounds, Clock clock) {
        this.feed = feed;
        this.grounds = grounds;
        this.clock = clock;
    }

    /** Delivers; doing it again changes nothing. */
    public void deliver(Message message, Ground ground) {
        grounds.keep(message.sender(), message.id(), message.thread(), ground);
        feed.add(message, clock.instant());
    }
}
