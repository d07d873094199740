package nl.sluis.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import nl.sluis.adapter.MessageJson;
import nl.sluis.audit.AuditLog;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.channel.WorkChannel;
import nl.sluis.directory.Directory;
import nl.sluis.directory.Partner;
import nl.sluis.seal.Envelope;
import nl.sluis.seal.Sealer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries what waits. One attempt is one transaction that holds the row, so that a killed process leaves it as it was and another
 * takes it up; an attempt lasts no longer than the client's timeouts. What waited for a fact or a person and may go now is
 * queued first, with its audit entry, and sent by the next attempt: the evidence of a permit is there before the message goes.
 */
final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final OutgoingStore store;
    private final Preparation preparation;
    private final PlainSealing plain;
    private final Exchange exchange;
    private final AttemptLog log;
    private final TransactionTemplate transaction;

    Dispatcher(
            OutgoingStore store,
            Preparation preparation,
            PlainSealing plain,
            Exchange exchange,
            AttemptLog log,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.preparation = preparation;
        this.plain = plain;
        this.exchange = exchange;
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** One of the named places that catch everything: a fault in one message must not stop the others. */
    void attempt(String reference) {
        MessageId id = MessageId.parse(reference.substring(0, 36));
        OrganisationId sender = new OrganisationId(reference.substring(37));
        try {
            transaction.executeWithoutResult(status -> store.lock(sender, id).ifPresent(this::attempt));
        } catch (RuntimeException e) {
            LOG.error("attempt at {} failed: {}", id, e.getClass().getName());
            transaction.executeWithoutResult(status -> store.lock(sender, id).ifPresent(log::faulted));
        }
    }

    private void attempt(Outgoing outgoing) {
        if (!outgoing.state().open()) {
            log.closed(outgoing);
            return;
        }
        Prepared prepared =
                outgoing.form() == Outgoing.Form.MESSAGE ? preparation.prepare(outgoing) : plain.prepare(outgoing);
        switch (prepared) {
            case Prepared.Parked parked -> log.parked(outgoing, parked);
            case Prepared.Ready ready when outgoing.state() != MessageState.QUEUED -> log.released(outgoing, ready);
            case Prepared.Ready ready when log.restsOnMore(outgoing, ready) -> log.again(outgoing);
            case Prepared.Ready ready -> {
                log.ready(outgoing, ready);
                log.record(outgoing, ready, exchange.give(outgoing.form(), ready.envelope(), ready.partner()));
            }
        }
    }

    /** Seals what says nothing about a person, and so needs no permit: receipts and notices of withdrawal. */
    record PlainSealing(Directory directory, Sealer sealer) {
        Prepared prepare(Outgoing outgoing) {
            return directory
                    .find(outgoing.recipient())
                    .<Prepared>map(partner ->
                            new Prepared.Ready(seal(outgoing, partner), partner, new byte[0], Set.of(), Map.of()))
                    .orElseGet(() -> new Prepared.Parked(MessageState.FAILED, new byte[0], "UNKNOWN_RECIPIENT"));
        }

        private Envelope seal(Outgoing outgoing, Partner partner) {
            return outgoing.form() == Outgoing.Form.NOTICE
                    ? sealer.seal(MessageJson.readNotice(outgoing.content()), partner.sealCertificate())
                    : sealer.seal(MessageJson.readReceipt(outgoing.content()), partner.sealCertificate());
        }
    }

    /** Writes down what an attempt gave, with its audit entry, in the attempt's transaction. */
    record AttemptLog(
            OutgoingStore store,
            WorkChannel outboxChannel,
            WithdrawalNotices notices,
            AuditLog audit,
            OutboxSettings settings,
            Clock clock) {

        /** Nothing is to be tried any more; what has gone may have to be followed by a notice. */
        void closed(Outgoing outgoing) {
            if (outgoing.state() == MessageState.SENT || outgoing.state() == MessageState.DELIVERED) {
                notices.tell(outgoing);
            }
        }

        void parked(Outgoing outgoing, Prepared.Parked parked) {
            boolean changed = parked.state() != outgoing.state();
            store.state(outgoing, parked.state(), parked.detail());
            store.answer(outgoing, parked.answer());
            if (!parked.state().open()) {
                store.forget(outgoing);
            }
            if (changed) {
                audit.append(
                        "message.decided-again",
                        outgoing.id().toString(),
                        Map.of("state", parked.state().name(), "detail", parked.detail()));
            }
        }

        void released(Outgoing outgoing, Prepared.Ready ready) {
            store.state(outgoing, MessageState.QUEUED, null);
            store.answer(outgoing, ready.answer());
            store.restsOn(outgoing, ready.consents());
            outboxChannel.put(OutgoingStore.reference(outgoing.sender(), outgoing.id()));
            audit.append(
                    "message.decided-again",
                    outgoing.id().toString(),
                    Map.of("state", MessageState.QUEUED.name(), "detail", ""));
        }

        /** No audit entry here: the attempt follows, and nothing else could be audited while a slow partner answers. */
        void ready(Outgoing outgoing, Prepared.Ready ready) {
            if (!Arrays.equals(outgoing.answer(), ready.answer())) {
                store.answer(outgoing, ready.answer());
            }
        }

        /** Whether it goes on a consent that was not known of it before: that must stand before it goes, not with it. */
        boolean restsOnMore(Outgoing outgoing, Prepared.Ready ready) {
            return store.restsOn(outgoing, ready.consents()) > 0;
        }

        /** The next attempt sends it. */
        void again(Outgoing outgoing) {
            outboxChannel.put(OutgoingStore.reference(outgoing.sender(), outgoing.id()));
        }

        void record(Outgoing outgoing, Prepared.Ready ready, Answer answer) {
            switch (answer) {
                case Answer.Accepted accepted -> {
                    store.state(outgoing, MessageState.SENT, null);
                    store.accepted(outgoing, accepted.word());
                    if (outgoing.form() == Outgoing.Form.RECEIPT) {
                        store.forget(outgoing);
                    }
                    Map<String, String> detail = new HashMap<>(to(outgoing));
                    detail.putAll(ready.evidence());
                    audit.append("message.sent", outgoing.id().toString(), detail);
                }
                case Answer.Refused refused -> fail(outgoing, refused.code());
                case Answer.Unreachable unreachable -> retryOrFail(outgoing, unreachable.code());
            }
        }

        /** The attempt itself went wrong: a fault of ours, or the weather. */
        void faulted(Outgoing outgoing) {
            if (outgoing.state().open()) {
                retryOrFail(outgoing, "FAULT");
            }
        }

        private void retryOrFail(Outgoing outgoing, String code) {
            // A withdrawal does not lapse because a partner was away for a summer
            boolean termPassed = outgoing.form() != Outgoing.Form.NOTICE
                    && outgoing.state() == MessageState.QUEUED
                    && clock.instant().isAfter(store.queuedSince(outgoing).plus(settings.giveUpAfter()));
            if (termPassed) {
                fail(outgoing, code);
            } else {
                store.retry(outgoing.sender(), outgoing.id(), next(outgoing.attempts() + 1));
            }
        }

        private void fail(Outgoing outgoing, String code) {
            store.state(outgoing, MessageState.FAILED, code);
            store.forget(outgoing);
            audit.append("message.failed", outgoing.id().toString(), to(outgoing));
        }

        private static Map<String, String> to(Outgoing outgoing) {
            return Map.of(
                    "recipient",
                    outgoing.recipient().value(),
                    "form",
                    outgoing.form().name());
        }

        // Half of the wait is random, so that nodes that lost the same partner do not come back at once
        private Instant next(int attempts) {
            Duration wait = settings.backoff(attempts);
            long half = Math.max(wait.toMillis() / 2, 1);
            return clock.instant().plusMillis(half + ThreadLocalRandom.current().nextLong(half));
        }
    }

    /** Puts what is due in the channel; safe to run in every process of a node. */
    static final class Clockwork {
        private final OutgoingStore store;
        private final WorkChannel channel;
        private final TransactionTemplate transaction;

        Clockwork(OutgoingStore store, WorkChannel channel, PlatformTransactionManager transactions) {
            this.store = store;
            this.channel = channel;
            this.transaction = new TransactionTemplate(transactions);
        }

        void tick() {
            transaction.executeWithoutResult(status -> store.takeDue().forEach(channel::put));
        }
    }
}
