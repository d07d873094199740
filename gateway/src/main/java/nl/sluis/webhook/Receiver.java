package nl.sluis.webhook;

import java.time.Duration;
import java.util.Set;

/** An own system that is told what happens to items of the feed, in whatever language it speaks. What waits for it is known by its name. */
public interface Receiver {

    /** What log and health call it: of a system, never of a person; small letters and hyphens. */
    String name();

    /** Of which it is told. */
    Set<NoticeType> events();

    /** Pause after the first attempt that failed; each further one doubles it. */
    Duration firstRetry();

    /** How long after it happened a notice is tried. */
    Duration giveUpAfter();

    /** Tries once, in the transaction of the notice; what it was given before it may be given again. */
    Outcome give(Notice notice);
}
