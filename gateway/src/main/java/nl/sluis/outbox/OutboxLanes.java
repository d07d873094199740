package nl.sluis.outbox;

import java.util.function.Consumer;
import nl.sluis.channel.WorkChannel;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The work channels of the outbox. What is acute has a lane with workers of its own, so that it waits for nothing else; in the
 * other lane what has priority is taken first.
 */
@Component
final class OutboxLanes {

    private static final int FIRST = 6;
    private static final int ORDINARY = 4;

    private final WorkChannel outboxChannel;
    private final WorkChannel acuteChannel;

    OutboxLanes(
            @Qualifier("outboxChannel") WorkChannel outboxChannel,
            @Qualifier("acuteChannel") WorkChannel acuteChannel) {
        this.outboxChannel = outboxChannel;
        this.acuteChannel = acuteChannel;
    }

    /** Puts it in its lane, in the transaction that is running. */
    void put(Due due) {
        switch (due.urgency()) {
            case ACUTE -> acuteChannel.put(due.reference(), FIRST);
            case PRIORITY -> outboxChannel.put(due.reference(), FIRST);
            case ROUTINE -> outboxChannel.put(due.reference(), ORDINARY);
        }
    }

    void put(Outgoing outgoing) {
        put(Due.of(outgoing));
    }

    /** Hands every reference of both lanes to the worker. */
    void work(Consumer<String> worker) {
        acuteChannel.work(worker);
        outboxChannel.work(worker);
    }
}
