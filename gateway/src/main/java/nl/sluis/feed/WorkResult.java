package nl.sluis.feed;

import java.util.List;
import nl.sluis.followup.Task;

/** How an act on an item ended. */
public sealed interface WorkResult {

    /**
     * It is done.
     *
     * @param item as it is now
     * @param tell what the reporter must hear
     */
    record Done(FeedItem item, Told tell) implements WorkResult {}

    /** There is no such item for whoever asks. */
    record NotThere() implements WorkResult {}

    /** In its present state that cannot be done; another was first, or it is closed. */
    record NotNow(FeedState state) implements WorkResult {}

    /** Not to them: it was theirs already, or they passed it on before. */
    record InARing() implements WorkResult {}

    /** Only the one who was asked may say so. */
    record NotTheirs() implements WorkResult {}

    /** Something must be done first. */
    record Forbidden(List<Task> open) implements WorkResult {

        public Forbidden {
            open = List.copyOf(open);
        }
    }
}
