package nl.sluis.attachment;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at attachments beside the requests that brought them, a few at a time; what a stop leaves, upkeep takes up. */
final class LaterInspection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LaterInspection.class);
    private static final int PARALLEL = 2;

    private final Inspection inspection;
    private final ExecutorService executor = Executors.newFixedThreadPool(
            PARALLEL, Thread.ofVirtual().name("inspection-", 0).factory());

    LaterInspection(Inspection inspection) {
        this.inspection = inspection;
    }

    void later(UUID attachment) {
        CompletableFuture.runAsync(() -> inspection.inspect(attachment), executor)
                .whenComplete((done, fault) -> {
                    if (fault != null) {
                        LOG.warn(
                                "looking at an attachment failed: {}",
                                fault.getClass().getName());
                    }
                });
    }

    @Override
    public void close() {
        // Not interrupted: that would close the connection that it reads from
        executor.shutdown();
    }
}
