package nl.sluis.node;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps what goes by the clock from running twice at once in this process: who comes while it runs goes away, so that nothing piles up
 * while a network or a database is slow. A lock and no monitor: who waits in one of those holds up other virtual threads on Java 21.
 */
public final class OneAtATime {

    private final ReentrantLock underWay = new ReentrantLock();

    /** Does it, unless it is being done. */
    public void run(Runnable work) {
        if (!underWay.tryLock()) {
            return;
        }
        try {
            work.run();
        } finally {
            underWay.unlock();
        }
    }
}
