package nl.sluis.receive;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.sluis.attachment.AttachmentSettled;
import nl.sluis.channel.WorkChannel;
import nl.sluis.directory.Directory;
import nl.sluis.directory.Partner;
import nl.sluis.node.OneAtATime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Works on what was received. What failed stays stored and is taken up again. */
@Component
class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final IncomingStore store;
    private final ReceiveEnvelope receive;
    private final Directory directory;
    private final WorkChannel inboxChannel;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final OneAtATime underWay = new OneAtATime();

    Inbox(
            IncomingStore store,
            ReceiveEnvelope receive,
            Directory directory,
            WorkChannel inboxChannel,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.receive = receive;
        this.directory = directory;
        this.inboxChannel = inboxChannel;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        // In the transaction of its place in the queue, with a savepoint: one commit, and what goes wrong leaves the
        // queue all the same
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        inboxChannel.work(this::work);
    }

    /** One of the named places that catch everything: a fault in one envelope must not stop the others. */
    private void work(String reference) {
        try {
            transaction.executeWithoutResult(
                    status -> store.lock(Incoming.Reference.parse(reference)).ifPresent(this::process));
        } catch (RuntimeException e) {
            LOG.error("opening {} failed: {}", reference, e.getClass().getName());
        }
    }

    private void process(Incoming incoming) {
        // A sender that has ended in the meantime is opened with what was known of it; one that was taken out of the
        // directory
        // stays stored until it is back, or its term has passed
        Optional<Partner> from = directory.lastKnown(incoming.sender());
        if (from.isPresent()) {
            receive.process(incoming, from.get());
        }
    }

    /** An attachment has been looked at: its message may be deliverable now, once this transaction commits. */
    @EventListener
    void on(AttachmentSettled settled) {
        inboxChannel.put(new Incoming.Reference(settled.sender(), settled.message()).text());
    }

    /**
     * The net under the channel: what is still stored after a while is put in it again. At a fixed rate: all that has a fixed
     * delay shares one thread, and waits for the slowest.
     */
    @Scheduled(fixedRate = 30_000, initialDelay = 30_000)
    void sweep() {
        underWay.run(() -> transaction.executeWithoutResult(status -> {
            List<String> left = store.leftOver(clock.instant().minus(PATIENCE));
            left.forEach(inboxChannel::put);
        }));
    }
}
