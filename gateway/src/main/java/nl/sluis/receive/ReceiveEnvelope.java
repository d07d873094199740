package nl.sluis.receive;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.attachment.Readiness;
import nl.sluis.audit.AuditLog;
import nl.sluis.canonical.Cancellation;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.Receipt;
import nl.sluis.canonical.ReceiptStatus;
import nl.sluis.canonical.ThreadId;
import nl.sluis.channel.WorkChannel;
import nl.sluis.deliver.Delivery;
import nl.sluis.directory.Partner;
import nl.sluis.node.NodeSettings;
import nl.sluis.outbox.Outbox;
import nl.sluis.retention.ReplayWindow;
import nl.sluis.seal.Acceptance;
import nl.sluis.seal.Envelope;
import nl.sluis.seal.Opener;
import nl.sluis.seal.Opening;
import nl.sluis.seal.Sealer;
import nl.sluis.seal.Sha256;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The receiving half of the path (docs/ARCHITECTURE.md, steps 8 to 12). Stores first and answers; opens, delivers and gives the
 * receipt afterwards, in one transaction. The same envelope twice has the effect of one.
 */
@Component
class ReceiveEnvelope {

    private final IncomingStore store;
    private final WorkChannel inboxChannel;
    private final Sealing sealing;
    private final Delivery delivery;
    private final Outbox outbox;
    private final AuditLog audit;

    ReceiveEnvelope(
            IncomingStore store,
            WorkChannel inboxChannel,
            Sealing sealing,
            Delivery delivery,
            Outbox outbox,
            AuditLog audit) {
        this.store = store;
        this.inboxChannel = inboxChannel;
        this.sealing = sealing;
        this.delivery = delivery;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Step 8: our signed word that the envelope is stored; the same word for the same envelope. Empty, and nothing is stored, when too
     * much of its sender waits unopened.
     */
    @Transactional
    Optional<byte[]> accept(Partner from, MessageId id, boolean receipt, byte[] cms) {
        Optional<byte[]> known = store.known(from.id(), id);
        if (known.isPresent() || !store.hasRoom(from.id(), cms.length)) {
            return known;
        }
        Incoming incoming = new Incoming(from.id(), id, receipt, cms);
        byte[] hash = Sha256.of(cms);
        byte[] word = sealing.word(incoming, hash);
        if (!store.store(incoming, hash, word, sealing.now())) {
            return store.known(from.id(), id);
        }
        inboxChannel.put(incoming.reference());
        audit.append(
                "envelope.received",
                id.toString(),
                // What a time-stamp over a checkpoint says of this entry, it says of these bytes too
                Map.of("sender", from.id().value(), "envelope", HexFormat.of().formatHex(hash)));
        return Optional.of(word);
    }

    /** Steps 9 to 11: opens what was stored and deals with what is in it. */
    void process(Incoming incoming, Partner from) {
        switch (sealing.open(incoming, from)) {
            case Opening.OpenedMessage opened -> {
                Readiness readiness = delivery.readiness(opened.message());
                switch (readiness) {
                    case READY -> deliver(incoming, opened);
                    // It stays stored; opened again when its attachments have been looked at
                    case WAITING -> {}
                    case INCOMPLETE, CANCELLED, INFECTED -> reject(incoming, "ATTACHMENT_" + readiness);
                    case WITHDRAWN -> reject(incoming, "WITHDRAWN_BEFORE_DELIVERY");
                }
            }
            case Opening.OpenedNotice opened -> {
                if (!delivery.withdrawn(opened.notice())) {
                    // It may have come and wait, here or for a scanner: it is opened again, and rejected
                    inboxChannel.put(new Incoming.Reference(
                                    opened.notice().sender(), opened.notice().about())
                            .text());
                }
                done(incoming, opened.notice().thread(), opened.contentHash());
                audit.append(
                        "withdrawal.received",
                        opened.notice().about().toString(),
                        Map.of(
                                "sender",
                                from.id().value(),
                                "notice",
                                incoming.id().toString()));
            }
            case Opening.OpenedCancellation opened -> cancel(incoming, opened);
            case Opening.OpenedNews opened -> {
                delivery.deliver(opened.news());
                done(incoming, new ThreadId(incoming.id().value()), opened.contentHash());
                audit.append(
                        "consent.news-received",
                        incoming.id().toString(),
                        Map.of(
                                "sender",
                                from.id().value(),
                                "form",
                                opened.news().getClass().getSimpleName()));
            }
            case Opening.OpenedReceipt opened -> {
                outbox.settle(opened.receipt());
                store.finished(incoming, "DELIVERED");
            }
            // It stays stored for a process of a later version, until its term has passed
            case Opening.OfLaterVersion later -> {}
            case Opening.Rejected rejected -> reject(incoming, rejected.reason().name());
        }
    }

    private void deliver(Incoming incoming, Opening.OpenedMessage opened) {
        delivery.deliver(opened.message(), opened.ground());
        done(incoming, opened.message().thread(), opened.contentHash());
        audit.append(
                "message.received",
                incoming.id().toString(),
                Map.of(
                        "sender",
                        incoming.sender().value(),
                        "kind",
                        opened.message().kind().name()));
    }

    private void cancel(Incoming incoming, Opening.OpenedCancellation opened) {
        Cancellation cancellation = opened.cancellation();
        int destroyed = delivery.cancelled(cancellation);
        // It may have come and wait for a scanner: it is opened again, and rejected
        inboxChannel.put(new Incoming.Reference(cancellation.sender(), cancellation.about()).text());
        done(incoming, new ThreadId(incoming.id().value()), opened.contentHash());
        audit.append(
                "cancellation.received",
                cancellation.about().toString(),
                Map.of(
                        "sender",
                        incoming.sender().value(),
                        "cancellation",
                        incoming.id().toString(),
                        "destroyed",
                        Integer.toString(destroyed)));
    }

    private void done(Incoming incoming, ThreadId thread, String contentHash) {
        store.finished(incoming, "DELIVERED");
        outbox.put(sealing.receipt(incoming, thread, contentHash));
    }

    private void reject(Incoming incoming, String reason) {
        store.finished(incoming, "REJECTED");
        delivery.refused(incoming.sender(), incoming.id());
        if (!incoming.receipt()) {
            outbox.put(sealing.rejection(incoming, reason));
        }
        audit.append(
                "envelope.rejected",
                incoming.id().toString(),
                Map.of("sender", incoming.sender().value(), "reason", reason));
    }

    /** What this node signs and opens on receiving. */
    @Component
    static final class Sealing {
        private final Sealer sealer;
        private final Opener opener;
        private final ReplayWindow window;
        private final NodeSettings self;
        private final Clock clock;

        Sealing(Sealer sealer, Opener opener, ReplayWindow window, NodeSettings self, Clock clock) {
            this.sealer = sealer;
            this.opener = opener;
            this.window = window;
            this.self = self;
            this.clock = clock;
        }

        Instant now() {
            return clock.instant();
        }

        byte[] word(Incoming incoming, byte[] hash) {
            return sealer.sign(
                    new Acceptance(incoming.id(), incoming.sender(), self.id(), Sha256.hex(hash), clock.instant()));
        }

        Opening open(Incoming incoming, Partner from) {
            Opening opening = opener.open(
                    new Envelope(incoming.id(), incoming.sender(), self.id(), incoming.envelope()),
                    from.signers(),
                    window::allows);
            return opening instanceof Opening.OpenedMessage opened
                            && !window.isPast(opened.message().sentAt())
                    ? new Opening.Rejected(Opening.Reason.SENT_IN_THE_FUTURE)
                    : opening;
        }

        Receipt receipt(Incoming incoming, ThreadId thread, String contentHash) {
            return new Receipt(
                    new MessageId(UUID.randomUUID()),
                    incoming.id(),
                    thread,
                    self.id(),
                    incoming.sender(),
                    ReceiptStatus.DELIVERED,
                    null,
                    clock.instant(),
                    contentHash);
        }

        Receipt rejection(Incoming incoming, String reason) {
            return new Receipt(
                    new MessageId(UUID.randomUUID()),
                    incoming.id(),
                    // Nothing inside can be trusted, so the thread is not known
                    new ThreadId(incoming.id().value()),
                    self.id(),
                    incoming.sender(),
                    ReceiptStatus.REJECTED,
                    reason,
                    clock.instant(),
                    null);
        }
    }
}
