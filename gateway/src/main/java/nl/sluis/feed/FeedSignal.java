package nl.sluis.feed;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes every reader that waits for something new. A counter and not a flag: who reads it before looking into the database
 * cannot miss what happens in between.
 */
final class FeedSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition raised = lock.newCondition();
    private long count;
    private boolean closed;

    /** How often it was raised. */
    long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    void raise() {
        lock.lock();
        try {
            count++;
            raised.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it was raised more often than {@code seen}, the time has passed or it is closed. */
    void await(long seen, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long nanos = atMost.toNanos();
            while (count == seen && !closed && nanos > 0) {
                nanos = raised.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Lets readers wait again, after a stop that was followed by a start. */
    void open() {
        lock.lock();
        try {
            closed = false;
        } finally {
            lock.unlock();
        }
    }

    /** Lets every reader end. */
    void close() {
        lock.lock();
        try {
            closed = true;
            raised.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many wait, for tests. */
    int waiting() {
        lock.lock();
        try {
            return lock.getWaitQueueLength(raised);
        } finally {
            lock.unlock();
        }
    }
}
