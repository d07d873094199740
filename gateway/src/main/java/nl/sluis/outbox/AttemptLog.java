package nl.sluis.outbox;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import nl.sluis.audit.AuditLog;

/** Writes down what an attempt gave, with its audit entry, in the attempt's transaction; and has what waited for it tried. */
record AttemptLog(
        OutgoingStore store,
        Queue queue,
        WithdrawalNotices notices,
        Cancellations cancellations,
        Alarms alarms,
        AuditLog audit) {

    /** Nothing is to be tried any more; what has gone may have to be followed by a notice. */
    void closed(Outgoing outgoing) {
        if (outgoing.state() == MessageState.SENT || outgoing.state() == MessageState.DELIVERED) {
            notices.tell(outgoing);
        }
    }

    /** Whether it went with attachments, and may still wait for a scanner there. */
    boolean mayWaitThere(Outgoing outgoing) {
        return outgoing.state() == MessageState.SENT && cancellations.mayTakeBack(outgoing);
    }

    /** It would not go any more: what has not been delivered of it is not to be. */
    void takenBack(Outgoing outgoing) {
        cancellations.stopped(outgoing);
    }

    void parked(Outgoing outgoing, Prepared.Parked parked) {
        boolean changed = parked.state() != outgoing.state();
        store.state(outgoing, parked.state(), parked.detail());
        store.answer(outgoing, parked.answer());
        if (parked.state() == MessageState.FAILED) {
            store.keepFailed(outgoing);
        } else if (!parked.state().open()) {
            store.forget(outgoing);
        }
        cancellations.stopped(outgoing);
        if (changed) {
            audit.append(
                    "message.decided-again",
                    outgoing.id().toString(),
                    Map.of("state", parked.state().name(), "detail", parked.detail()));
            queue.passed(outgoing);
        }
    }

    void released(Outgoing outgoing, Prepared.Ready ready) {
        store.state(outgoing, MessageState.QUEUED, null);
        store.answer(outgoing, ready.answer());
        store.restsOn(outgoing, ready.consents());
        queue.put(outgoing);
        audit.append(
                "message.decided-again",
                outgoing.id().toString(),
                Map.of("state", MessageState.QUEUED.name(), "detail", ""));
    }

    /** No audit entry here: that of the attempt follows, and says on what it went. */
    void keep(Outgoing outgoing, Prepared.Ready ready) {
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
        queue.put(outgoing);
    }

    /** Whether one before it in its thread must come first; that one has it tried when it is past. */
    boolean waitsForItsTurn(Outgoing outgoing) {
        return queue.comesAfterAnother(outgoing);
    }

    /** As many attempts at this partner as may be are under way; the next one that ends has it tried. */
    void noPlace(Outgoing outgoing) {
        queue.noPlace(outgoing);
    }

    void record(Outgoing outgoing, Prepared.Ready ready, Answer answer) {
        switch (answer) {
            case Answer.Accepted accepted -> {
                store.sent(outgoing, accepted.word());
                Map<String, String> detail = new HashMap<>(to(outgoing));
                detail.putAll(ready.evidence());
                // Of what the recipient signed for
                detail.put("envelope", accepted.envelopeHash());
                audit.append("message.sent", outgoing.id().toString(), detail);
            }
            // Decided about again before more of it goes
            case Answer.Partly partly -> again(outgoing);
            case Answer.Refused refused -> fail(outgoing, refused.code());
            case Answer.Unreachable unreachable
            when unreachable.code().equals(PatientExchange.OUT_OF_REACH) -> queue.outOfReach(outgoing);
            case Answer.Unreachable unreachable -> retryOrFail(outgoing, unreachable.code());
        }
        if (PatientExchange.isSilence(answer)) {
            alarms.outOfReach(outgoing);
        } else {
            queue.nextOf(outgoing.recipient());
        }
    }

    /** The attempt itself went wrong: a fault of ours, or the weather. */
    void faulted(Outgoing outgoing) {
        if (outgoing.state().open()) {
            retryOrFail(outgoing, "FAULT");
        }
    }

    private void retryOrFail(Outgoing outgoing, String code) {
        if (store.termPassed(outgoing)) {
            fail(outgoing, code);
        } else {
            queue.retry(outgoing);
        }
    }

    /** It will not go by itself any more: a person must see to it. */
    void fail(Outgoing outgoing, String code) {
        store.state(outgoing, MessageState.FAILED, code);
        store.keepFailed(outgoing);
        cancellations.stopped(outgoing);
        audit.append("message.failed", outgoing.id().toString(), to(outgoing));
        queue.passed(outgoing);
    }

    private static Map<String, String> to(Outgoing outgoing) {
        return Map.of(
                "recipient",
                outgoing.recipient().value(),
                "form",
                outgoing.form().name());
    }
}
