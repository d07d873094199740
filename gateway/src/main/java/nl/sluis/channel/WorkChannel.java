package nl.sluis.channel;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.integration.jdbc.channel.PostgresChannelMessageTableSubscriber;
import org.springframework.integration.jdbc.channel.PostgresSubscribableChannel;
import org.springframework.integration.jdbc.store.JdbcChannelMessageStore;
import org.springframework.integration.support.MessageBuilder;
import org.springframework.messaging.MessageHandler;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A durable queue of references to work. What is put in it in a transaction exists when that transaction commits, and leaves it
 * when the work's own transaction commits: after a crash it is done again. Shared by all processes of a node.
 */
public final class WorkChannel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkChannel.class);

    /** Before work whose commit failed is done again; it grows. */
    static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);
    private static final long MOST_AGAIN = 10;

    private final PostgresSubscribableChannel channel;
    private final ThreadPoolExecutor executor;

    private volatile @Nullable MessageHandler handler;

    WorkChannel(
            String name,
            int parallel,
            JdbcChannelMessageStore store,
            PostgresChannelMessageTableSubscriber subscriber,
            PlatformTransactionManager transactions) {
        this.executor = new ThreadPoolExecutor(
                parallel,
                parallel,
                0,
                TimeUnit.SECONDS,
                // One that waits to look sees everything that was put in before it looks: no more need to wait
                new ArrayBlockingQueue<>(parallel),
                // Few, and for the database most of their time: a virtual thread goes through a poller for each of its
                // rounds
                Thread.ofPlatform().daemon().name(name + "-", 0).factory(),
                new ThreadPoolExecutor.DiscardPolicy());
        this.channel = new PostgresSubscribableChannel(store, name, subscriber);
        this.channel.setDispatcherExecutor(executor);
        this.channel.setTransactionManager(transactions);
        // Whose commit fails is in the queue again at once: without a pause it would be done thousands of times, and
        // sent as often
        this.channel.setRetryTemplate(new RetryTemplate(RetryPolicy.builder()
                .maxRetries(MOST_AGAIN)
                .delay(PAUSE)
                .multiplier(2)
                .maxDelay(LONGEST_PAUSE)
                .build()));
        this.channel.setErrorHandler(failure -> LOG.error(
                "work in {} is not committed: {}", name, failure.getClass().getName()));
        this.channel.setBeanName(name);
    }

    /** Puts a reference in the queue, in the transaction that is running. */
    public void put(String reference) {
        channel.send(MessageBuilder.withPayload(reference).build());
    }

    /**
     * Puts a reference in the queue, in the transaction that is running.
     *
     * @param priority the higher is taken first; of what has the same, the older
     */
    public void put(String reference, int priority) {
        channel.send(MessageBuilder.withPayload(reference).setPriority(priority).build());
    }

    /**
     * Hands every reference to the worker. One that throws has had its turn: the reference goes, so that it cannot stand before
     * the others for ever, and whoever put it in looks at its rows again by the clock. Called once, when the node has started.
     */
    public void work(Consumer<String> worker) {
        handler = message -> {
            String reference = (String) message.getPayload();
            if (reference.equals(ReadableRow.UNREADABLE)) {
                return;
            }
            try {
                worker.accept(reference);
            } catch (RuntimeException | StackOverflowError e) {
                LOG.error(
                        "work in {} failed: {}",
                        channel.getComponentName(),
                        e.getClass().getName());
            }
        };
        channel.subscribe(handler);
    }

    /**
     * Looks without having been notified. A reference that a killed process or a broken connection gave back exists again, and
     * nobody is notified of that.
     */
    void wake() {
        if (handler != null && !executor.isShutdown() && executor.getQueue().isEmpty()) {
            channel.notifyUpdate();
        }
    }

    /** How many looks at the queue have been asked for and not begun. */
    int looksWaiting() {
        return executor.getQueue().size();
    }

    /** Whether it was told to stop. */
    boolean isClosing() {
        return executor.isShutdown();
    }

    /** Takes nothing more; what is being done is given ten seconds to finish. */
    @Override
    public void close() {
        executor.shutdown();
        executor.getQueue().clear();
        MessageHandler known = handler;
        if (known != null) {
            // Waits for what is being done, and lets nothing begin meanwhile
            Thread.startVirtualThread(() -> channel.unsubscribe(known));
        }
        try {
            if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
