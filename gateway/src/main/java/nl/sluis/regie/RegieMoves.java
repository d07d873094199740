package nl.sluis.regie;

import java.time.Clock;
import java.util.UUID;
import nl.sluis.followup.Tasks;
import org.springframework.stereotype.Component;

/** What becomes of regie when a person decided that two households, or two members, are one; in the transaction of that decision. */
@Component
public class RegieMoves {

    private static final String JOINED = "JOINED";
    private static final String NODE = "node";

    private final RegieStore store;
    private final Tasks tasks;
    private final Clock clock;

    RegieMoves(RegieStore store, Tasks tasks, Clock clock) {
        this.store = store;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * All about the one stands with the other. Where both had a regisseur that of the other stays; nobody takes over what they were asked to
     * take over of a household that is not there any more.
     */
    public void move(UUID from, UUID to) {
        for (Transfer open : store.asked(from)) {
            store.answer(open.id(), false, clock.instant());
            tasks.settle(from, open.task(), JOINED, null, NODE);
        }
        store.move(from, to, clock.instant());
    }

    /** What was over one member is over the other. */
    public void merge(UUID member, UUID into) {
        store.merge(member, into, clock.instant());
    }
}
